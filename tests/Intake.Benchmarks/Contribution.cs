using System.Text;
using System.Text.Json;

namespace Intake.Benchmarks;

/// <summary>The body of a request that contributes, and its one document as it will be stored.</summary>
internal sealed record Contribution(byte[] Body, string ContentType, byte[] Document)
{
    private const string Sentence =
        "Remote participation should be funded from the trust fund, so that delegations of developing countries can speak. ";

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["name"] = "Wanjiru Otieno",
        ["organisation"] = "Digital Rights Forum",
        ["stakeholderGroup"] = "civil-society",
        ["country"] = "KE",
        ["language"] = "en",
        ["title"] = "On remote participation",
    };

    /// <summary>Typed text as JSON, without an e-mail address and so without a receipt by mail.</summary>
    /// <param name="bytes">Of the whole body.</param>
    public static Contribution Json(int bytes)
    {
        var text = Text(bytes - JsonSerializer.SerializeToUtf8Bytes(With("")).Length);
        return new Contribution(
            JsonSerializer.SerializeToUtf8Bytes(With(text)), "application/json", Encoding.UTF8.GetBytes(text));

        Dictionary<string, string> With(string text) => new(Fields) { ["text"] = text };
    }

    /// <summary>A form with one file.</summary>
    /// <param name="bytes">Of the file.</param>
    public static async Task<Contribution> FormAsync(int bytes)
    {
        var file = Encoding.UTF8.GetBytes(Text(bytes));
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Fields)
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(file), "file", "statement.txt");
        return new Contribution(await form.ReadAsByteArrayAsync(), form.Headers.ContentType!.ToString(), file);
    }

    private static string Text(int length) =>
        string.Concat(Enumerable.Repeat(Sentence, length / Sentence.Length + 1))[..length];
}
