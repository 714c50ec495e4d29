using System.Security.Cryptography;
using System.Text.Json;
using Intake.Receive.Mail;

namespace Intake.Local.CommandLine;

/// <summary>What Intake reads in a message. Needs no storage.</summary>
internal sealed class MailVerb : IVerb
{
    public string Name => "mail";

    public string Summary => "Shows what Intake reads in mail messages: who, when, text, attachments, kind.";

    public IReadOnlyList<Option> Options { get; } = [new("--json", null, "print one JSON line a file"), new("--help", null, "this")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var reader = new MailReader(new());
        foreach (var path in arguments.Rest.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.eml", SearchOption.AllDirectories) : [path]))
        {
            await using var content = File.OpenRead(path);
            var mail = await reader.ReadAsync(content, cancellationToken);
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    file = Path.GetFileName(path),
                    mail.MessageId,
                    mail.Subject,
                    from = mail.From?.Address,
                    mail.Date,
                    mail.Text,
                    attachments = mail.Attachments.Select(attachment => new
                    {
                        attachment.Name,
                        type = attachment.ContentType,
                        size = attachment.Content.Length,
                        sha256 = Convert.ToHexStringLower(SHA256.HashData(attachment.Content.Span)),
                    }),
                    mail.Kind,
                },
                Json.Options));
        }

        return 0;
    }
}
