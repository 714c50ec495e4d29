using System.Runtime.InteropServices;
using Intake.Duplicates;

namespace Intake.Positions;

/// <summary>What a statement is compared by, small enough to be kept. The words that only say that it takes a stand, and
/// which, are left out: who is for something and who is against it speak of the same.</summary>
internal static class StatementFeatures
{
    /// <summary>Content words kept; a sentence with more says many things.</summary>
    private const int MostWords = 60;

    /// <summary>Words with a concept: with fewer, and with more words without, a sentence says what they do not tell.</summary>
    private const int FewestKnown = 2;

    /// <returns>Both as in <see cref="StatedPosition"/>.</returns>
    public static (byte[] Meaning, byte[] Words) Of(string sentence, string language)
    {
        var features = TextFeatures.Of(sentence, language.Split('-')[0], StanceWords.For(language));
        var words = features.Words.Keys.Select(word => (uint)(WordHashes.Of(word) >> 32)).Distinct().Order().Take(MostWords).ToArray();
        return (IsKnown(features, language) ? Quantised(features.Meaning) : [], MemoryMarshal.AsBytes(words.AsSpan()).ToArray());
    }

    /// <summary>Whether so much of a sentence has a meaning that it is compared by it.</summary>
    private static bool IsKnown(TextFeatures features, string language) => language.Split('-')[0] == "en"
        || (features.Known >= FewestKnown && features.Known >= features.Unknown);

    private static byte[] Quantised(float[]? meaning)
    {
        var length = meaning is null ? 0 : Math.Sqrt(meaning.Sum(value => (double)value * value));
        return length == 0 ? [] : [.. meaning!.Select(value => (byte)(sbyte)Math.Round(value / length * sbyte.MaxValue))];
    }
}
