using System.Text.Json;
using Intake.Extract;
using Intake.Extract.Converters;
using Intake.KeyPhrases;

namespace Intake.Local.CommandLine;

/// <summary>What Intake reads in a file or folder. Needs no storage.</summary>
internal sealed class ExtractVerb : IVerb
{
    public string Name => "extract";

    public string Summary => "Shows what Intake reads in files and folders: text, passages, language, problems.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--out", "DIR", "write each file's text to DIR/<file name>.txt"),
        new("--folded", null, "with running heads and feet, and a mail's history and signature"),
        new("--json", null, "print one JSON line a file"),
        new("--help", null, "this"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Rest.Count == 0)
        {
            throw new UsageException("extract needs files or folders, or - for standard input.");
        }

        var limits = new ExtractLimits();
        var reading = new FileReading(new DocumentReader(limits, new ConverterRunner(limits)), new EmbeddedAnalyser(), arguments.Has("--folded"));
        var files = OutputNames.For(InputFile.List(arguments.Rest), arguments.Value("--out"));
        using var progress = new Progress(Terminal.OfStandardError(), TimeProvider.System, "files", files.Count, files.Sum(file => file.Input.Size));
        var table = arguments.Has("--json") ? null : new ExtractTable(Console.Out);
        var failed = false;
        try
        {
            await new OrderedParallel().RunAsync(
                files,
                file => file.Input.Size,
                reading.ReadAsync,
                (file, result) =>
                {
                    failed |= !result.WasOpened;
                    progress.Above(() => Print(file, result, table));
                    progress.Advance(file.Input.Size);
                },
                cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Files that cannot be read are results; this is the folder that takes the texts, or a reader of the output that has gone.
            Console.Error.WriteLine($"It could not be written: {fault.Message}");
            failed = true;
        }

        return failed ? 1 : 0;
    }

    private static void Print(OutputFile file, FileResult result, ExtractTable? table)
    {
        if (!result.WasOpened)
        {
            Console.Error.WriteLine($"{CleanText.Line(file.Input.Path)}: {result.Problem}");
        }
        else if (file.WasRenamed)
        {
            Console.Error.WriteLine($"{CleanText.Line(file.Input.Path)}: another file has this name; the text is in {CleanText.Line(Path.GetFileName(file.Output!))}");
        }

        if (table is not null)
        {
            table.Row(result);
        }
        else
        {
            Console.WriteLine(JsonSerializer.Serialize(result, Json.Options));
        }
    }
}
