using System.IO.Compression;
using System.Text.Json;
using Intake.Calls;
using Intake.Local.CommandLine;
using Intake.Local.CommandLine.Analysis;

namespace Intake.Benchmarks;

/// <summary>A text with what people said of it; null for what they did not.</summary>
internal sealed record LabelledText(string Text, string? Language, IReadOnlyList<string>? Keys, string? Theme);

/// <summary>A file of labelled texts. One that is named after a language ("fr.train.jsonl") is in that language; the themes are
/// in <c>labels.json</c> beside it, or are the labels themselves.</summary>
internal sealed class LabelledFile(string path, string folder)
{
    private const string Labels = "labels.json";

    public string Name { get; } = Path.GetRelativePath(folder, path);

    /// <summary>The call whose themes the texts have; null when they have none.</summary>
    public Call? Themes => File.Exists(Path.Combine(Path.GetDirectoryName(path)!, Labels))
        ? CallFile.Read(Path.Combine(Path.GetDirectoryName(path)!, Labels))
        : OfLabels();

    public static IEnumerable<LabelledFile> Find(string folder) => Directory
        .EnumerateFiles(folder, "*.jsonl*", SearchOption.AllDirectories)
        .Where(path => path.EndsWith(".jsonl", StringComparison.Ordinal) || path.EndsWith(".jsonl.gz", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal).Select(path => new LabelledFile(path, folder));

    public IEnumerable<LabelledText> Read()
    {
        using var file = File.OpenRead(path);
        using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(content);
        var language = Path.GetFileName(path).Split('.')[0] is { Length: 2 } tag ? tag : null;
        while (reader.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            using var json = Parse(line);
            var root = json.RootElement;
            if (Word(root, "text") is { } text)
            {
                yield return new(text, Word(root, "lang") ?? language,
                    root.TryGetProperty("keys", out var keys) ? [.. keys.EnumerateArray().Select(key => key.GetString()!)] : null,
                    Word(root, "theme"));
            }
        }
    }

    private JsonDocument Parse(string line)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException fault)
        {
            throw new UsageException($"{path}: {fault.Message}");
        }
    }

    /// <summary>"science/technology" is a theme of that title.</summary>
    private Call? OfLabels()
    {
        var themes = Read().Select(text => text.Theme).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return themes.Count < 2 ? null : CallFile.Read(JsonSerializer.SerializeToElement(themes.Select((theme, number) => new
        {
            id = $"t{number}",
            title = theme,
        })), path);
    }

    private static string? Word(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
