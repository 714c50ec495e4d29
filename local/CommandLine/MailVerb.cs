using Intake.Receive.Mail;

namespace Intake.Local.CommandLine;

/// <summary>What Intake reads in a message. Needs no storage.</summary>
internal sealed class MailVerb : IVerb
{
    /// <summary>Memory a message takes while it is read, by its size: its bytes, the files decoded, the text.</summary>
    private const int MemoryFactor = 4;

    public string Name => "mail";

    public string Summary => "Shows what Intake reads in mail messages: who, when, text, attachments, kind.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--json", null, "print one JSON line a message, as is done when the output is no terminal"),
        new("--help", null, "this"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Rest.Count == 0)
        {
            throw new UsageException("mail needs messages, mailbox files (mbox) or folders of them, or - for standard input.");
        }

        var reading = new MailReading(new MailLimits());
        var files = InputFile.List(arguments.Rest).ToList();
        using var progress = new Progress(Terminal.OfStandardError(), TimeProvider.System, "files", files.Count, files.Sum(file => file.Size));
        var isJson = arguments.Has("--json") || Console.IsOutputRedirected;
        var failed = false;
        try
        {
            await new OrderedParallel().RunAsync(
                files,
                file => file.Size * MemoryFactor,
                reading.ReadAsync,
                (file, result) =>
                {
                    failed |= result.Problem is not null;
                    progress.Above(() => Print(file, result, isJson));
                    progress.Advance(file.Size);
                },
                cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Files that cannot be read are results; this is a reader of the output that has gone.
            Console.Error.WriteLine($"It could not be written: {fault.Message}");
            failed = true;
        }

        return failed ? 1 : 0;
    }

    private static void Print(InputFile file, MailFile result, bool isJson)
    {
        foreach (var message in result.Messages)
        {
            Console.WriteLine(isJson ? message.Json : message.Line);
        }

        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine($"{CleanText.Line(file.Path)}: {problem}");
        }
    }
}
