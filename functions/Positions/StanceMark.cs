namespace Intake.Positions;

/// <summary>A phrase of <see cref="StanceWords"/> in a sentence.</summary>
/// <param name="Kind">Of the phrase.</param>
/// <param name="At">Its first word.</param>
/// <param name="Length">Its words.</param>
internal sealed record StanceMark(string Kind, int At, int Length)
{
    /// <summary>Words between the two.</summary>
    public int Distance(StanceMark other) => At < other.At ? other.At - At - Length : At - other.At - other.Length;

    /// <param name="words">Of a sentence, folded.</param>
    /// <param name="lexicon">Of its language.</param>
    public static List<StanceMark> In(IReadOnlyList<string> words, StanceWords lexicon)
    {
        var marks = new List<StanceMark>();
        for (var at = 0; at < words.Count;)
        {
            var phrase = lexicon.At(words, at);
            var length = phrase?.Words.Length ?? 1;
            if (phrase is not null && !lexicon.IsNoun(phrase, words, at))
            {
                marks.Add(new(phrase.Kind, at, length));
            }

            at += length;
        }

        return marks;
    }
}
