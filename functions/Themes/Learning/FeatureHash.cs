namespace Intake.Themes.Learning;

/// <summary>Numbers for words, pairs of words and runs of characters, the same on every machine.</summary>
internal static class FeatureHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public const ulong Word = Offset ^ 0x57;
    public const ulong Gram = Offset ^ 0x47;

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static ulong Of(ReadOnlySpan<char> text, ulong seed)
    {
        var hash = seed;
        foreach (var c in text)
        {
            hash = (hash ^ c) * Prime;
        }

        return hash;
    }

    /// <summary>A feature's number: never 0, which stands for none.</summary>
    public static uint Feature(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0x9E3779B97F4A7C15;
        return (uint)(hash >> 32) | 1;
    }

    /// <summary>Two words that follow each other.</summary>
    public static uint Pair(uint first, uint second) => Feature(((ulong)first << 32 | second) * Prime);
}
