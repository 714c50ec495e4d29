using System.Text.Json;
using Intake.Extract.PlainText;

namespace Intake.Extract;

/// <summary>One stretch of a mail's text, as Intake stores it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Flags">What is to be known of them; none for the sender's own words.</param>
public sealed record LetterPart(string Text, PassageFlags Flags);

/// <summary>
/// Reads a mail's text, which stage 1 stores in parts: the sender's own words first, then the history, signature and
/// footers, each passage of which carries its flags.
/// </summary>
internal sealed class LetterReader(ExtractLimits limits)
{
    public static byte[] Write(IEnumerable<LetterPart> parts) => JsonSerializer.SerializeToUtf8Bytes(parts, Json.Options);

    public ReadText Read(ReadOnlyMemory<byte> bytes)
    {
        var writer = new BlockWriter(limits);
        foreach (var part in Parse(bytes.Span))
        {
            writer.Flags = part.Flags;
            var text = Characters.Clean(part.Text);
            foreach (var block in PlainTextReader.Blocks(text))
            {
                writer.Append(text.AsSpan(block.Start..block.End));
                writer.End(block.Kind);
            }
        }

        return writer.Finish(DocumentKind.Letter);
    }

    private static List<LetterPart> Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var parts = JsonSerializer.Deserialize<List<LetterPart>>(bytes, Json.Options) ?? [];
            return parts.TrueForAll(part => part is { Text: not null }) ? parts : throw Malformed();
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    private static UnreadableException Malformed() => new("The text of this mail could not be read; it is kept as received.");
}
