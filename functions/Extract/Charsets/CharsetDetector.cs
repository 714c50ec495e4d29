namespace Intake.Extract.Charsets;

/// <summary>
/// Guesses the character set of bytes that are neither ASCII nor UTF-8: the one in which they make the likeliest text.
/// See <c>letters.md</c>.
/// </summary>
internal static class CharsetDetector
{
    /// <summary>Nats a byte by which another character set must be likelier than the declared one.</summary>
    private const double Plain = 1.5;

    /// <summary>And nats in all.</summary>
    private const double PlainInAll = 25;

    private static readonly string[] Western =
        ["en", "fr", "es", "pt", "de", "it", "nl", "da", "no", "sv", "fi", "is", "fo", "ca", "gl", "eu", "ga", "gd", "af", "lb", "br", "oc", "id", "ms", "sw", "tl", "sq"];

    private static readonly string[] Central = ["pl", "cs", "sk", "hu", "ro", "hr", "sl", "sq", "de"];
    private static readonly string[] Slavonic = ["ru", "uk", "be", "bg", "mk", "sr"];

    private static readonly CharsetCandidate[] Candidates =
    [
        new(1252, Western, 0),
        new(1251, Slavonic, -1), new(20866, ["ru", "bg"], -1.5f), new(21866, ["uk", "ru", "be"], -3), new(866, ["ru", "uk", "be", "bg"], -3), new(28595, Slavonic, -3), new(10007, Slavonic, -5),
        new(1250, Central, -1.5f), new(28592, Central, -2.5f), new(852, Central, -5), new(10029, Central, -6),
        new(1253, ["el"], -1.5f), new(28597, ["el"], -2.5f), new(737, ["el"], -5), new(10006, ["el"], -6),
        new(1254, ["tr", "az"], -2), new(857, ["tr"], -5), new(10081, ["tr"], -6),
        new(1255, ["he", "yi"], -1.5f), new(862, ["he"], -5),
        new(1256, ["ar", "fa", "ur", "fr"], -1.5f), new(28596, ["ar"], -3), new(720, ["ar"], -5),
        new(1257, ["lt", "lv", "et"], -1.5f), new(28603, ["lt", "lv", "et"], -3), new(28594, ["lt", "lv", "et"], -4), new(775, ["lt", "lv", "et"], -6),
        new(1258, ["vi"], -2.5f), new(874, ["th"], -1.5f), new(28593, ["mt", "eo", "tr"], -4),
        new(28605, Western, -3), new(10000, Western, -4), new(850, Western, -4.5f), new(437, Western, -5), new(865, ["no", "da"], -6), new(861, ["is"], -6),
        new(932, ["ja"], -1), new(20932, ["ja"], -1.5f), new(54936, ["zh-hans", "zh-hant"], -1), new(950, ["zh-hant"], -1.5f), new(949, ["ko"], -1), new(1361, ["ko"], -5),
    ];

    private static readonly CharsetCandidate[] Ebcdic =
        [.. new[] { 500, 37, 1047, 1140, 1148, 20273, 20284, 20285, 20297, 20280, 20277, 20278 }.Select((codePage, i) => new CharsetCandidate(codePage, Western, codePage > 20_000 ? -12 : -2 * i))];

    /// <summary>The code page; 1252 when there is nothing to tell by.</summary>
    public static int Detect(ReadOnlySpan<byte> bytes)
    {
        var sample = CharsetSample.Of(bytes);
        return Best(Candidates, sample, CharsetContext.Of(bytes)).CodePage;
    }

    /// <summary>The EBCDIC code page, for bytes that <see cref="LooksEbcdic"/>.</summary>
    public static int DetectEbcdic(ReadOnlySpan<byte> bytes) =>
        Best(Ebcdic, bytes[..Math.Min(bytes.Length, 3_000)], CharsetContext.None).CodePage;

    /// <summary>Whether some other character set makes so much more of the bytes that the declared one is a mistake.</summary>
    public static bool IsImplausible(int codePage, ReadOnlySpan<byte> bytes)
    {
        var sample = CharsetSample.Of(bytes);
        var declared = Array.Find(Candidates, each => each.CodePage == (codePage == 51932 ? 20932 : codePage == 936 ? 54936 : codePage));
        return declared is not null && sample.Length > 0
            && Best(Candidates, sample, CharsetContext.None).Likelihood - declared.Likelihood(sample, CharsetContext.None) is var better && better > PlainInAll && better > Plain * sample.Length;
    }

    /// <summary>
    /// EBCDIC, the mainframe's: letters and digits where ASCII's descendants have rare signs, blanks that are ASCII's "@".
    /// </summary>
    public static bool LooksEbcdic(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[..Math.Min(bytes.Length, 4_096)];
        int words = 0, blanks = 0, ascii = 0;
        foreach (var b in bytes)
        {
            words += b is (>= 0x81 and <= 0x89) or (>= 0x91 and <= 0x99) or (>= 0xA2 and <= 0xA9) or (>= 0xC1 and <= 0xC9) or (>= 0xD1 and <= 0xD9) or (>= 0xE2 and <= 0xE9) or >= 0xF0 ? 1 : 0;
            blanks += b == 0x40 ? 1 : 0;
            ascii += b is 0x20 or (>= 0x62 and <= 0x69) ? 1 : 0;
        }

        return blanks * 20 >= bytes.Length && (words + blanks) * 4 >= bytes.Length * 3 && words > 4 && ascii * 50 <= bytes.Length;
    }

    private static (int CodePage, double Likelihood) Best(CharsetCandidate[] candidates, ReadOnlySpan<byte> sample, CharsetContext context)
    {
        var best = (candidates[0].CodePage, Likelihood: double.NegativeInfinity);
        foreach (var candidate in candidates)
        {
            var likelihood = candidate.Likelihood(sample, context);
            best = likelihood > best.Likelihood ? (candidate.CodePage, likelihood) : best;
        }

        return best;
    }
}
