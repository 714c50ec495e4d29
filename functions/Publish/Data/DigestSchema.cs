namespace Intake.Publish;

/// <summary>
/// The JSON Schema (draft 2020-12) of the JSON digest, <c>digest.schema.json</c>. It is written from the model and its
/// comments by a test, which fails when they differ.
/// </summary>
internal static class DigestSchema
{
    public const string Path = "/api/digest.schema.json";

    public static byte[] Read()
    {
        using var file = typeof(DigestSchema).Assembly.GetManifestResourceStream("Intake.Publish.digest.schema.json")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
