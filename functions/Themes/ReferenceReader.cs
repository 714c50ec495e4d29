using System.Collections.Frozen;
using System.Globalization;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Reads a text word by word, number by number, sign by sign; a Han character is a word.</summary>
internal ref struct ReferenceReader(string text)
{
    private const string ChineseNumerals = "零一二三四五六七八九十";

    private readonly string _text = text;

    /// <summary>Where the last word read begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends, and reading goes on.</summary>
    public int At { get; private set; }

    public readonly ReadOnlySpan<char> Word => _text.AsSpan(Start, At - Start);

    public readonly ReadOnlySpan<char> Rest => _text.AsSpan(At);

    /// <summary>What stands before the last word read.</summary>
    public readonly ReadOnlySpan<char> Before => _text.AsSpan(0, Start);

    /// <summary>Reads the next word; spaces are none.</summary>
    public bool Next()
    {
        while (At < _text.Length && (char.IsWhiteSpace(_text[At]) || CharClasses.Of(_text[At]) == CharClass.Format))
        {
            At++;
        }

        Start = At;
        if (At == _text.Length)
        {
            return false;
        }

        var kind = Kind(_text[At]);
        do
        {
            At++;
        }
        while (At < _text.Length && kind is CharClass.Letter or CharClass.Digit && Kind(_text[At]) == kind);
        return true;
    }

    /// <summary>Goes back to where reading was.</summary>
    public void Back(int at) => (Start, At) = (at, at);

    /// <summary>Whether the last word read, folded, is one of these.</summary>
    public readonly bool Is(FrozenSet<string> words)
    {
        Span<char> folded = stackalloc char[Fold.MaxLength];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..Fold.Word(Word, folded)]);
    }

    public readonly int Value(FrozenDictionary<string, int> words)
    {
        Span<char> folded = stackalloc char[Fold.MaxLength];
        return words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..Fold.Word(Word, folded)], out var value)
            ? value
            : -1;
    }

    /// <summary>Whether the next word, folded, is one of these.</summary>
    public readonly bool NextIs(FrozenSet<string> words)
    {
        var ahead = this;
        return ahead.Next() && ahead.Is(words);
    }

    /// <summary>Whether the last word read has no letter right before it: "Q" of "Q4", not of "FAQ 4".</summary>
    public readonly bool BeginsWord => Start == 0 || Kind(_text[Start - 1]) != CharClass.Letter;

    /// <summary>The number just read, in any digits, in words or in Han, or -1.</summary>
    public int Number()
    {
        if (char.IsDigit(_text[Start]))
        {
            var value = 0;
            foreach (var c in Word)
            {
                value = value > 10_000 ? value : value * 10 + (int)CharUnicodeInfo.GetDecimalDigitValue(c);
            }

            return value;
        }

        if (ChineseNumerals.Contains(_text[Start], StringComparison.Ordinal))
        {
            while (At < _text.Length && ChineseNumerals.Contains(_text[At], StringComparison.Ordinal))
            {
                At++;
            }

            return Chinese(Word);
        }

        return InWords();
    }

    // "twenty-one", "vingt et un", السؤال الثاني عشر.
    private int InWords()
    {
        var tens = Value(NumberWords.Tens);
        var value = tens > 0 ? tens : Value(NumberWords.Cardinals) is > 0 and var cardinal ? cardinal : Value(NumberWords.AfterNoun);
        if (value < 0)
        {
            return -1;
        }

        var (start, end) = (Start, At);
        if (Next() && tens > 0 && (Word is "-" || Is(QuestionWords.Ands)))
        {
            Next();
        }

        var more = At == end || Start == At ? -1
            : tens > 0 ? Value(NumberWords.Cardinals)
            : Word is "عشر" or "عشرة" ? 10 : -1;
        if (more is > 0 and <= 10)
        {
            Start = start;
            return value + more;
        }

        (Start, At) = (start, end);
        return value;
    }

    private static int Chinese(ReadOnlySpan<char> number)
    {
        var ten = number.IndexOf('十');
        var tens = ten < 0 ? 0 : ten == 0 ? 1 : ChineseNumerals.IndexOf(number[0], StringComparison.Ordinal);
        var ones = ten == number.Length - 1 ? 0 : ChineseNumerals.IndexOf(number[^1], StringComparison.Ordinal);
        return number.Length > 3 || tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static CharClass Kind(char c) => char.IsDigit(c) ? CharClass.Digit : CharClasses.Of(c) switch
    {
        CharClass.Letter or CharClass.Mark or CharClass.Format => CharClass.Letter,
        var other => other,
    };
}
