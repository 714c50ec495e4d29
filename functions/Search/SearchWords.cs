using Intake.KeyPhrases;

namespace Intake.Search;

/// <summary>A word of a text as it is compared.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last.</param>
/// <param name="Word">Folded: lower case, without accents.</param>
/// <param name="IsCharacter">One character of a script that puts no spaces between words.</param>
internal readonly record struct SearchWord(int Start, int End, string Word, bool IsCharacter);

/// <summary>
/// Divides text into what is searched for: words, and of scripts without spaces (Han, kana, Thai and its like) single
/// characters, since where a word ends there is a guess that would come out otherwise in a question than in a letter.
/// One pass, whatever the text.
/// </summary>
internal static class SearchWords
{
    public static List<SearchWord> Of(ReadOnlySpan<char> text)
    {
        var words = new List<SearchWord>();
        for (var at = 0; at < text.Length;)
        {
            var kind = CharClasses.At(text, at, out var length);
            var start = at;
            at += length;
            var isCharacter = IsCharacter(kind);
            if (!isCharacter && kind is not (CharClass.Letter or CharClass.Digit))
                continue;

            while (at < text.Length && Continues(CharClasses.At(text, at, out length), isCharacter))
                at += length;
            if (Fold.Word(text[start..at]) is { Length: > 0 } word)
                words.Add(new SearchWord(start, at, word, isCharacter));
        }

        return words;
    }

    private static bool IsCharacter(CharClass kind) =>
        kind is CharClass.Han or CharClass.Hiragana or CharClass.Katakana or CharClass.Unspaced;

    /// <summary>A character takes its vowels and tones with it; a word goes on to the next sign that is no part of it.</summary>
    private static bool Continues(CharClass kind, bool isCharacter) =>
        kind is CharClass.Mark or CharClass.Format || (!isCharacter && kind is CharClass.Letter or CharClass.Digit);
}
