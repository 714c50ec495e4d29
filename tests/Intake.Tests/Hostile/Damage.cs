using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Intake.Tests.Hostile;

/// <summary>What is done to the bytes of a sample.</summary>
internal enum DamageKind
{
    Flip,
    Truncate,
    Delete,
    Duplicate,
    Move,
    Insert,
    Flood,
}

/// <summary>One change to a document, as numbers, so that FsCheck can make a failing one smaller.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="At">Where, in ten-thousandths of the length.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Token">Which of <see cref="Tokens"/>, or which byte value.</param>
internal sealed record Damage(DamageKind Kind, int At, int Length, int Token)
{
    /// <summary>How often a flood repeats its bytes.</summary>
    private const int Times = 10_000;

    /// <summary>What means something to one of the readers.</summary>
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "\0", "\n", "\r", "\r\n\r\n", "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [<!ENTITY e 'e'>]>", "&e;", "&#0;", "&#xD800;", "&#x110000;", "&amp", "\"", "'", "=",
            "?", "=?utf-8?b?", "?=", ";", ":", "--", "--B1", "--B2--", "(", ")", "\\", "{", "}", "{\\*", "\\bin999999999 ", "\\bin-1 ", "\\u-1?", "\\uc99999 ", "\\'", "\\'zz", "\\par", "\\cell",
            "\\row", "\\ansicpg0 ", "\\fcharset255 ", "<w:p>", "<w:tbl>", "<w:txbxContent>", "<w:del>", "</w:p>", "<text:p>", "<text:s text:c='2147483647'/>", "<table:table-row table:number-rows-repeated='2147483647'>",
            "<table>", "<td>", "</table>", "<div>", "<b>", "<select>", "<svg>", "<math>", "<template>", "<plaintext>", "<!", "<?", "> ", "|---|", "[", "](", "*", "_", "`", "~~", "[^1]", "begin 644 x\n", "=C3=",
            "Content-Type: multipart/mixed; boundary=B1\r\n", "Content-Transfer-Encoding: base64\r\n", "filename*99999999999*=", "%PDF-", "stream", "endstream", "1 0 R", "/Kids", "%%EOF", "PK\u0003\u0004",
            "PK\u0001\u0002", "PK\u0005\u0006", "-1", "2147483647", "4294967296", "\u2028", "\u202e", "\u0301", "\ufeff",
        }.Select(Encoding.UTF8.GetBytes),
        [0x80], [0xC3], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1B, (byte)'$', (byte)'B'], [0xFF, 0xFF, 0xFF, 0x7F],
    ];

    /// <summary>A few changes, rarely a flood; smaller ones are fewer and shorter.</summary>
    public static Arbitrary<Damage[]> Any { get; } = Arb.From(
        Gen.Choose(1, 6).SelectMany(count => One.ArrayOf(count)),
        damages => Enumerable.Range(0, damages.Length).Where(_ => damages.Length > 1).Select(without => damages.Where((_, i) => i != without).ToArray())
            .Concat(damages.Index().SelectMany(each => each.Item.Smaller().Select(smaller => damages.Select((old, i) => i == each.Index ? smaller : old).ToArray()))));

    private static Gen<Damage> One =>
        from kind in Gen.Frequency((4, Gen.Choose(0, (int)DamageKind.Insert)), (1, Gen.Constant((int)DamageKind.Flood)))
        from at in Gen.Choose(0, 10_000)
        from length in Gen.Choose(1, 60)
        from token in Gen.Choose(0, 1_000)
        select new Damage((DamageKind)kind, at, length, token);

    public static byte[] Apply(byte[] sample, IEnumerable<Damage> damages) => damages.Aggregate(sample, (bytes, damage) => damage.Apply(bytes));

    private byte[] Apply(byte[] bytes)
    {
        var at = (int)((long)bytes.Length * At / 10_000);
        var end = Math.Min(bytes.Length, at + Length);
        var token = Tokens[Token % Tokens.Length];
        return Kind switch
        {
            DamageKind.Flip when at < bytes.Length => [.. bytes[..at], (byte)(bytes[at] ^ (1 + (Token % 255))), .. bytes[(at + 1)..]],
            DamageKind.Truncate => bytes[..at],
            DamageKind.Delete => [.. bytes[..at], .. bytes[end..]],
            DamageKind.Duplicate => [.. bytes[..end], .. bytes[at..end], .. bytes[end..]],
            DamageKind.Move => [.. bytes[at..end], .. bytes[..at], .. bytes[end..]],
            DamageKind.Insert => [.. bytes[..at], .. token, .. bytes[at..]],

            // Once flooded is enough: a flood of floods only takes the test's time.
            DamageKind.Flood when bytes.Length < 100_000 => [.. bytes[..at], .. Repeated(Token % 2 == 0 && end > at ? bytes[at..end] : token), .. bytes[at..]],
            _ => bytes,
        };
    }

    private static IEnumerable<byte> Repeated(byte[] chunk) => Enumerable.Repeat(chunk, Times).SelectMany(each => each);

    private IEnumerable<Damage> Smaller()
    {
        if (Kind == DamageKind.Flood)
        {
            yield return this with { Kind = DamageKind.Insert };
        }

        if (Length > 1)
        {
            yield return this with { Length = Length / 2 };
        }

        if (At > 0)
        {
            yield return this with { At = At / 2 };
        }
    }
}
