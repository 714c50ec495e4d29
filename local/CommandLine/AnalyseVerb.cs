using System.Text.Json;
using Intake.Extract;
using Intake.Extract.Converters;
using Intake.KeyPhrases;
using Intake.Local.CommandLine.Analysis;

namespace Intake.Local.CommandLine;

/// <summary>What Intake finds in texts and documents: language, key phrases, themes, questions. Needs no storage.</summary>
internal sealed class AnalyseVerb : IVerb
{
    /// <summary>Bytes of text lines worked on together.</summary>
    private const int Chunk = 256 * 1024;

    /// <summary>Memory that a text takes while it is analysed, by its bytes.</summary>
    private const int MemoryFactor = 8;

    /// <summary>Threads that analyse. Default: one a processor; what comes out does not depend on it.</summary>
    internal int Workers { get; init; } = Environment.ProcessorCount;

    public string Name => "analyse";

    public string Summary => "Finds languages, key phrases, themes and questions in texts (JSON lines) or documents.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--in", "FILE", "texts, a line {id, text, lang?} each; or name documents and folders"),
        new("--out", "FILE", "where to write a line for each; else standard output"),
        new("--call", "FILE", "a call, or its themes, to look for; else phrases and language only"),
        new("--labelled", "FILE", "texts whose theme is known, a line {text, theme} each"),
        new("--batch", null, "learn from all the texts before answering"),
        new("--help", null, "this"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var input = arguments.Value("--in");
        if (input is null == (arguments.Rest.Count == 0))
        {
            throw new UsageException("analyse needs either --in FILE or documents.");
        }

        if (arguments.Value("--call") is null && (arguments.Has("--labelled") || arguments.Has("--batch")))
        {
            throw new UsageException("--labelled and --batch need --call.");
        }

        if (arguments.Has("--batch") && input is null)
        {
            throw new UsageException("--batch needs --in.");
        }

        var unfinished = arguments.Value("--out") is { } path ? path + ".part" : null;
        try
        {
            bool failed;
            await using (var output = unfinished is null ? Console.OpenStandardOutput() : new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                failed = await AnalyseAsync(arguments, input, output, cancellationToken);
            }

            if (unfinished is not null)
            {
                File.Move(unfinished, arguments.Value("--out")!, overwrite: true);
            }

            return failed ? 1 : 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"It could not be done: {fault.Message}");
            return 1;
        }
        finally
        {
            if (unfinished is not null)
            {
                File.Delete(unfinished);
            }
        }
    }

    private async Task<bool> AnalyseAsync(Arguments arguments, string? input, Stream output, CancellationToken cancellationToken)
    {
        var failed = false;
        var call = arguments.Value("--call") is { } callFile ? CallFile.Read(callFile) : null;
        var learned = call is not null && call.Themes.Count > 0 && (arguments.Has("--labelled") || arguments.Has("--batch"))
            ? ThemeTraining.Learn(
                call,
                arguments.Value("--labelled") is { } labelled ? TextLine.Read(labelled) : null,
                arguments.Has("--batch") ? TextLine.Read(input!) : null,
                Complain)
            : null;
        var analysis = new TextAnalysis(new EmbeddedAnalyser(), call, learned);
        await (input is null ? DocumentsAsync() : LinesAsync());
        return failed;

        async Task LinesAsync()
        {
            var (count, bytes) = LineCount.Of(input);
            using var progress = new Progress(Terminal.OfStandardError(), TimeProvider.System, "texts", count, bytes);
            await new OrderedParallel { Workers = Workers }.RunAsync(
                Chunks(TextLine.Read(input)),
                chunk => chunk.Sum(line => (long)line.Bytes) * MemoryFactor,
                async (chunk, token) =>
                {
                    using var written = new MemoryStream();
                    foreach (var line in chunk.Where(line => line.Text is not null))
                    {
                        await WriteAsync(written, await analysis.AnalyseAsync(line, token));
                    }

                    return written.ToArray();
                },
                (chunk, written) =>
                {
                    output.Write(written);
                    foreach (var line in chunk)
                    {
                        if (line.Problem is not null)
                        {
                            progress.Above(() => Complain($"Line {line.Number}: {line.Problem}."));
                        }

                        progress.Advance(line.Bytes);
                    }
                },
                cancellationToken);
        }

        async Task DocumentsAsync()
        {
            var limits = new ExtractLimits();
            var reader = new DocumentReader(limits, new ConverterRunner(limits));
            var files = InputFile.List(arguments.Rest).ToList();
            using var progress = new Progress(Terminal.OfStandardError(), TimeProvider.System, "files", files.Count, files.Sum(file => file.Size));
            await new OrderedParallel { Workers = Workers }.RunAsync(
                files,
                file => file.Size,
                async (file, token) =>
                {
                    var (read, problem) = await OpenAsync(reader, file, token);
                    using var written = new MemoryStream();
                    if (read is not null)
                    {
                        await WriteAsync(written, await analysis.AnalyseAsync(file.Name, read, token));
                    }

                    return (Line: written.ToArray(), Problem: problem);
                },
                (file, result) =>
                {
                    output.Write(result.Line);
                    if (result.Problem is not null)
                    {
                        progress.Above(() => Complain($"{CleanText.Line(file.Path)}: {result.Problem}"));
                    }

                    progress.Advance(file.Size);
                },
                cancellationToken);
        }

        void Complain(string problem)
        {
            failed = true;
            Console.Error.WriteLine(problem);
        }
    }

    private static async Task<(ReadText? Read, string? Problem)> OpenAsync(DocumentReader reader, InputFile file, CancellationToken cancellationToken)
    {
        if (file.Problem is not null)
        {
            return (null, file.Problem);
        }

        try
        {
            await using var content = file.Open();
            return (await reader.ReadAsync(content, file.Name, "", cancellationToken), null);
        }
        catch (Exception fault) when (InputFile.ProblemOf(fault) is not null)
        {
            return (null, InputFile.ProblemOf(fault));
        }
    }

    private static async Task WriteAsync(MemoryStream stream, TextResult result)
    {
        await JsonSerializer.SerializeAsync(stream, result, Json.Options);
        stream.WriteByte((byte)'\n');
    }

    private static IEnumerable<List<TextLine>> Chunks(IEnumerable<TextLine> lines)
    {
        var (chunk, bytes) = (new List<TextLine>(), 0L);
        foreach (var line in lines)
        {
            chunk.Add(line);
            bytes += line.Bytes;
            if (bytes >= Chunk)
            {
                yield return chunk;
                (chunk, bytes) = ([], 0);
            }
        }

        if (chunk.Count > 0)
        {
            yield return chunk;
        }
    }
}
