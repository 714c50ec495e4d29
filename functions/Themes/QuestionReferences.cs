using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Finds what a text says about numbered questions of a call, as people write it: "Questions 2 and 3", "Q4:",
/// "(Questions, 11,12,13 and 16)", "Questions 2 to 6", "question four", "the fourth question", "agenda item 3", and the same
/// in other languages. One pass.</summary>
public static class QuestionReferences
{
    /// <summary>Words after an item's numbers in which the agenda has to be named.</summary>
    private const int MaxToAgenda = 7;

    /// <summary>The references in a text to questions that exist, in the order of the text.</summary>
    public static IReadOnlyList<QuestionReference> Find(string text, IReadOnlySet<int> questions)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(questions);
        var found = new List<QuestionReference>();
        if (questions.Count == 0)
        {
            return found;
        }

        var reader = new ReferenceReader(text);
        var numbers = new List<int>();
        var (before, first) = (0..0, true);
        while (reader.Next())
        {
            var (start, end) = (reader.Start, reader.At);
            numbers.Clear();
            Read(ref reader, text.AsSpan(before), first, numbers);
            var known = numbers.Count == 0 ? [] : numbers.Where(questions.Contains).Distinct().Order().ToArray();
            if (known.Length > 0)
            {
                found.Add(new(known, start, reader.At));
            }

            if (numbers.Count == 0)
            {
                reader.Back(end);
            }

            (before, first) = (start..end, false);
        }

        return found;
    }

    /// <summary>Adds the numbers of the reference that the last word read begins, if it does.</summary>
    private static void Read(ref ReferenceReader reader, ReadOnlySpan<char> before, bool first, List<int> numbers)
    {
        var c = reader.Word[0];
        if (c == '第')
        {
            OrdinalReferences.Chinese(ref reader, numbers);
        }
        else if (c is '问' or '問' or '议' or '議' or '설' or '设')
        {
            if (IsHanQuestion(ref reader))
            {
                NumberList.Read(ref reader, false, IsBracketed(reader), numbers);
            }
        }
        else if (char.IsDigit(c))
        {
            OrdinalReferences.Numbered(ref reader, numbers);
        }
        else if (CharClasses.Of(c) == CharClass.Letter && reader.BeginsWord)
        {
            ReadWord(ref reader, before, first, numbers);
        }
    }

    private static void ReadWord(ref ReferenceReader reader, ReadOnlySpan<char> before, bool first, List<int> numbers)
    {
        if (!reader.Is(QuestionWords.Beginnings))
        {
            return;
        }

        var bracketed = IsBracketed(reader);
        if (reader.Is(QuestionWords.Questions))
        {
            NumberList.Read(ref reader, false, bracketed, numbers);
        }
        else if (reader.Word is "Q" or "Qs" or "QS" or "Qu" or "Qn")
        {
            if (!IsYearRightBefore(before))
            {
                NumberList.Read(ref reader, true, bracketed, numbers);
            }
        }
        else if (first && reader.Is(QuestionWords.Answers))
        {
            NumberList.Read(ref reader, false, false, numbers);
            if (reader.Rest.Length > 0 && !":.)-–—：]".Contains(reader.Rest.TrimStart() is [var sign, ..] ? sign : ':', StringComparison.Ordinal))
            {
                numbers.Clear();
            }
        }
        else if (reader.Is(QuestionWords.Items))
        {
            var agenda = before.Equals("agenda", StringComparison.OrdinalIgnoreCase);
            NumberList.Read(ref reader, false, bracketed, numbers);
            if (!agenda && !IsAgendaAhead(reader))
            {
                numbers.Clear();
            }
        }
        else
        {
            OrdinalReferences.InWords(ref reader, before, numbers);
        }
    }

    // 问题, 問題, 议题, 議題, 设问, 议程项目; 問 of 問4.
    private static bool IsHanQuestion(ref ReferenceReader reader)
    {
        var rest = reader.Rest;
        var length = reader.Word switch
        {
            "问" or "問" or "议" or "議" when rest is ['题' or '題', ..] => 1,
            "问" or "問" when rest is [var next, ..] && char.IsDigit(next) => 0,
            "问" or "問" when rest is ['い', ..] => 1,
            "设" when rest is ['问', ..] => 1,
            "议" when rest.StartsWith("程项目") => 3,
            "議" when rest.StartsWith("程項目") => 3,
            _ => -1,
        };
        reader.Back(reader.At + Math.Max(length, 0));
        return length >= 0;
    }

    private static bool IsBracketed(ReferenceReader reader) => reader.Before is [.., '(' or '[' or '（'];

    private static bool IsYearRightBefore(ReadOnlySpan<char> before) => before.Length == 4 && char.IsAsciiDigit(before[0]);

    private static bool IsAgendaAhead(ReferenceReader reader)
    {
        for (var i = 0; i < MaxToAgenda && reader.Next(); i++)
        {
            if (reader.Is(QuestionWords.Agendas))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A reference in a text.</summary>
/// <param name="Numbers">Ascending; each is a question of the call.</param>
/// <param name="Start">Where the reference begins in the text.</param>
/// <param name="End">Where its last number ends.</param>
public sealed record QuestionReference(IReadOnlyList<int> Numbers, int Start, int End);
