using System.Text.Json;
using Intake.Extract;
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
        new("--json", null, "print one JSON line a file"),
        new("--help", null, "this"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var limits = new ExtractLimits();
        var reader = new DocumentReader(limits, new(limits));
        var analyser = new EmbeddedAnalyser();
        foreach (var path in arguments.Rest.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [path]))
        {
            await using var content = File.OpenRead(path);
            var name = Path.GetFileName(path);
            var read = await reader.ReadAsync(content, name, "", cancellationToken);
            if (arguments.Value("--out") is { } folder)
            {
                Directory.CreateDirectory(folder);
                await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), read.Text, cancellationToken);
            }

            var languages = await analyser.DetectLanguagesAsync([.. read.Blocks.Select(block => read.Text[block.Start..block.End])], cancellationToken);
            var document = PassageBuilder.Build(1, name, read, 1, languages);
            Console.WriteLine(JsonSerializer.Serialize(
                new { name, read.Kind, characters = read.Text.Length, passages = read.Blocks.Count, document.Language, flags = Array.Empty<string>(), read.Problem }, Json.Options));
        }

        return 0;
    }
}
