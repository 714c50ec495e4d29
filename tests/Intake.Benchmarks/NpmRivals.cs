using System.Globalization;
using System.Text.Json;
using Intake.Local.Processes;

namespace Intake.Benchmarks;

/// <summary>Packages from npm that find key words or languages, run by Node on the texts that Intake is measured with.</summary>
internal static class NpmRivals
{
    public const string KeywordExtractor = "keyword-extractor";
    public const string Wink = "wink-nlp";
    public const string Franc = "franc";

    private static readonly Dictionary<string, NpmTool[]> Packages = new(StringComparer.Ordinal)
    {
        [KeywordExtractor] = [new(KeywordExtractor, "0.3.0", "index.js")],
        [Wink] = [new(Wink, "2.4.0", "src/wink-nlp.js"), new("wink-eng-lite-web-model", "1.8.1", "dist/model.js")],
        [Franc] = [new(Franc, "6.2.0", "index.js")],
    };

    /// <summary>Texts a second on one thread, warm; null when there is no Node.</summary>
    public static async Task<double?> RateAsync(
        string rival, IReadOnlyList<string> texts, TimeSpan time, string folder, CancellationToken cancellationToken)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var package in Packages[rival])
            paths[package.Name] = await package.EnsureAsync(Console.Error.WriteLine, cancellationToken);
        var (script, input) = (Path.Combine(folder, "rivals.mjs"), Path.Combine(folder, "input.json"));
        await using (var file = File.Create(script))
            await typeof(NpmRivals).Assembly.GetManifestResourceStream("NpmRivals.mjs")!.CopyToAsync(file, cancellationToken);
        await File.WriteAllTextAsync(input, JsonSerializer.Serialize(new { texts, seconds = time.TotalSeconds, paths }), cancellationToken);
        var said = await RivalProcess.RunAsync("node", [script, rival, input], null, cancellationToken);
        return said is null ? null : double.Parse(said, CultureInfo.InvariantCulture);
    }
}
