using System.IO.Compression;
using System.Text.Json;

namespace Intake.Synthesis;

/// <summary>How a digest's state and ledger are stored.</summary>
internal static class CompressedJson
{
    public static byte[] Write<T>(T value)
    {
        using var compressed = new MemoryStream();
        using (var json = new GZipStream(compressed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(json, value, Json.Options);
        return compressed.ToArray();
    }

    public static async Task<T> ReadAsync<T>(Stream compressed, CancellationToken cancellation)
    {
        await using var json = new GZipStream(compressed, CompressionMode.Decompress);
        return (await JsonSerializer.DeserializeAsync<T>(json, Json.Options, cancellation))!;
    }
}
