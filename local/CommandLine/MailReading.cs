using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Intake.Receive.Mail;

namespace Intake.Local.CommandLine;

/// <summary>One message as it is printed: for programs, and for people.</summary>
internal sealed record ReadMessage(string Json, string Line);

/// <summary>The messages of one file.</summary>
internal sealed record MailFile(IReadOnlyList<ReadMessage> Messages, string? Problem);

/// <summary>Reads the messages in files: one in each, or those of a mailbox file.</summary>
internal sealed class MailReading(MailLimits limits)
{
    private readonly MailReader _reader = new(limits);

    public async Task<MailFile> ReadAsync(InputFile file, CancellationToken ct)
    {
        if (file.Problem is { } known)
        {
            return new([], known);
        }

        var messages = new List<ReadMessage>();
        try
        {
            await using var content = file.Open();
            if (file.Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase))
            {
                messages.Add(Read(file.Name, null, await _reader.ReadAsync(content, ct)));
                return new(messages, null);
            }

            await foreach (var (number, message) in MailboxFile.SplitAsync(content, limits.Bytes, ct))
            {
                messages.Add(Read(file.Name, number, await _reader.ReadAsync(message, ct)));
            }

            return new(messages, null);
        }
        catch (Exception fault) when (InputFile.ProblemOf(fault) is not null)
        {
            return new(messages, InputFile.ProblemOf(fault));
        }
    }

    /// <param name="file">The file's name.</param>
    /// <param name="message">The message's number in a mailbox file; null when it is a file of its own.</param>
    /// <param name="mail">What was read.</param>
    private static ReadMessage Read(string file, int? message, InboundMail mail)
    {
        var json = JsonSerializer.Serialize(
            new
            {
                file,
                message,
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
                sections = mail.Sections.Select(section => new { section.Start, section.End, section.Kind }),
                mail.Problems,
            },
            Json.Options);
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"{file}{(message is { } number ? $"#{number}" : "")}  {Words.Of(mail.Kind)}  {mail.From?.Address ?? "-"}  {CleanText.Line(mail.Subject)}  {mail.OwnText.Length:N0} characters of {mail.Text.Length:N0}, {mail.Attachments.Count} attachments");
        return new(json, CleanText.Line(string.Join("  ", mail.Problems.Prepend(line))));
    }
}
