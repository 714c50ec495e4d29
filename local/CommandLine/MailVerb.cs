using System.Security.Cryptography;
using System.Text.Json;
using Intake.Receive.Mail;
using Intake.Receive.Mail.Trust;

namespace Intake.Local.CommandLine;

/// <summary>What Intake reads in a message. Needs no storage.</summary>
internal sealed class MailVerb : IVerb
{
    /// <summary>Memory a message takes while it is read, by its size: the bytes, the files decoded, the text.</summary>
    private const int MemoryFactor = 4;

    public string Name => "mail";

    public string Summary => "Shows what Intake reads in mail messages: who, when, text, attachments, kind.";

    public IReadOnlyList<Option> Options { get; } = [new("--json", null, "print one JSON line a message"), new("--help", null, "this")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Rest.Count == 0)
        {
            throw new UsageException("Name the messages to read: files, mailbox files (mbox) or folders.");
        }

        var reader = new MailReader(new());
        var files = InputFile.List(arguments.Rest).ToList();
        var isJson = arguments.Has("--json") || Console.IsOutputRedirected;
        var isWhole = true;
        using var progress = new Progress(isJson && !Console.IsOutputRedirected ? null : Terminal.Error(), TimeProvider.System, "messages", files.Count, files.Sum(file => file.Size));
        await new OrderedParallel().RunAsync(
            files,
            file => file.Size * MemoryFactor,
            (file, ct) => ReadAsync(file, reader, ct),
            (file, read) =>
            {
                isWhole &= read.Problem is null;
                progress.Above(() => Write(file, read, isJson));
                progress.Advance(file.Size);
            },
            cancellationToken);
        return isWhole ? 0 : 1;
    }
}
