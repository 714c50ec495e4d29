using System.Text;
using System.Text.Json;
using Intake.Calls;

namespace Intake.Benchmarks;

/// <summary>The sample's call and contributions, which lie beside the local host.</summary>
internal static class Sample
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "sample");

    public static string CallFile { get; } = Path.Combine(Folder, "call.json");

    public static async Task<Call> ReadCallAsync(CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(CallFile, cancellation));
        return CallReader.Read(json.RootElement, "sample", [])!;
    }

    /// <summary>The sample's contributions as they are, in their languages; every fourth is a long letter, as a file.</summary>
    public static async Task<IReadOnlyList<Contribution>> MixAsync()
    {
        var mix = new List<Contribution>();
        var english = new StringBuilder();
        foreach (var file in Directory.GetFiles(Path.Combine(Folder, "contributions"), "*.json").Order(StringComparer.Ordinal))
        {
            var body = await File.ReadAllBytesAsync(file);
            mix.Add(new Contribution(body, "application/json", []));
            using var json = JsonDocument.Parse(body);
            if (file.EndsWith("-en.json", StringComparison.Ordinal) && json.RootElement.TryGetProperty("text", out var text))
                english.Append(text.GetString()).Append("\n\n");
        }

        var letter = await LetterAsync(Encoding.UTF8.GetBytes(english.ToString()));
        return [.. mix.Chunk(3).SelectMany(three => three.Append(letter))];
    }

    private static async Task<Contribution> LetterAsync(byte[] text)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Coalition of Sample Writers"), "organisation" },
            { new ByteArrayContent(text), "file", "letter.txt" },
        };
        return new Contribution(await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString(), text);
    }
}
