using System.Text.Json;

namespace Intake.Local.CommandLine.Analysis;

/// <summary>One line of a file of JSON lines with texts.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Of the line in the file.</param>
/// <param name="Id">As given, a string or a number; the line's number when there is none.</param>
/// <param name="Text">Null when there is a problem.</param>
/// <param name="Language">As given; null for one that is to be found.</param>
/// <param name="Theme">What the line says its text is about; null for nothing.</param>
/// <param name="Problem">What is wrong with the line.</param>
/// <param name="Topic">What the line says its text is to be compared within; null for everything.</param>
internal sealed record TextLine(int Number, int Bytes, string Id, string? Text, string? Language, string? Theme, string? Problem, string? Topic = null)
{
    /// <summary>UTF-16 units of one line. A longer one is no line of text; it would not fit into memory twice.</summary>
    public const int MaxLength = 64 * 1024 * 1024;

    private static readonly string[] ThemeNames = ["theme", "label"];

    /// <summary>The lines of a file that are not empty, one by one.</summary>
    public static IEnumerable<TextLine> Read(string path)
    {
        using var reader = new StreamReader(path, new FileStreamOptions { BufferSize = 1 << 16, Options = FileOptions.SequentialScan });
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(line, number);
            }
        }
    }

    internal static TextLine Parse(string line, int number)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(line) + 1;
        if (line.Length > MaxLength)
        {
            return Bad($"it is longer than {MaxLength / 1024 / 1024} million characters");
        }

        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = Json.MaxDepth });
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Bad("it is no JSON object");
            }

            var root = json.RootElement;
            return root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? new(number, bytes, Word(root, "id") ?? Name(number), text.GetString(), Word(root, "lang"), ThemeNames.Select(name => Word(root, name)).FirstOrDefault(theme => theme is not null), null, Word(root, "topic"))
                : Bad("it has no string \"text\"");
        }
        catch (JsonException)
        {
            return Bad("it is no JSON");
        }
        catch (InvalidOperationException)
        {
            // A string with half a surrogate pair, which JSON allows and no text has.
            return Bad("it has a string that is no text");
        }

        TextLine Bad(string problem) => new(number, bytes, Name(number), null, null, null, problem);
    }

    private static string Name(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Word(JsonElement root, string name) => !root.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
