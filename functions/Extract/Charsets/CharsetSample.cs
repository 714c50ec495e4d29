namespace Intake.Extract.Charsets;

/// <summary>Of a text in an unknown character set the words that tell it.</summary>
internal static class CharsetSample
{
    /// <summary>Bytes; more of them do not change the answer.</summary>
    private const int Enough = 3_000;

    /// <summary>ASCII bytes kept before such a byte, when they are one with it.</summary>
    private const int Before = 40;

    /// <summary>Bytes of one word: scripts without spaces have long ones.</summary>
    private const int Longest = 1_000;

    /// <summary>Bytes at the text's beginning that are read for its words of ASCII letters.</summary>
    private const int Beginning = 1_500;

    /// <summary>The words with bytes beyond ASCII.</summary>
    public static byte[] Of(ReadOnlySpan<byte> bytes)
    {
        var sample = new List<byte>(Math.Min(bytes.Length, Enough) + 1);
        while (sample.Count < Enough && bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var next and >= 0)
        {
            var start = bytes[..next].LastIndexOfAnyInRange((byte)0, (byte)' ') + 1;
            start = Math.Max(start, next - Before);
            var end = bytes[next..].IndexOfAnyInRange((byte)0, (byte)' ');
            end = end < 0 ? bytes.Length : next + end;
            var word = bytes[start..Math.Min(end, start + Longest)];
            sample.AddRange(word);
            sample.Add((byte)' ');
            bytes = bytes[end..];
        }

        return [.. sample];
    }

    /// <summary>The words without, which may tell the language.</summary>
    public static byte[] Ascii(ReadOnlySpan<byte> bytes)
    {
        var words = new List<byte>();
        var beginning = bytes[..Math.Min(bytes.Length, Beginning)];
        foreach (var word in beginning.SplitAny((byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'))
        {
            if (word.End.Value > word.Start.Value && !beginning[word].ContainsAnyInRange((byte)0x80, (byte)0xFF))
            {
                words.AddRange(beginning[word]);
                words.Add((byte)' ');
            }
        }

        return [.. words];
    }
}
