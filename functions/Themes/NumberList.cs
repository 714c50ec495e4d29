namespace Intake.Themes;

/// <summary>Reads the numbers after a word that announces them: "4 and 5", "2 to 6, 8", ", 11,12,13 and 16", "2(a)".</summary>
internal static class NumberList
{
    /// <summary>Numbers that one reference can list; a longer row of numbers is something else.</summary>
    private const int MaxListed = 50;

    /// <summary>Words and signs between the word and its first number.</summary>
    private const int MaxSkipped = 4;

    /// <param name="reader">Stands after the word; afterwards after the last number.</param>
    /// <param name="initial">The word is "Q" or the like.</param>
    /// <param name="bracketed">A bracket stands before the word.</param>
    /// <param name="numbers">What is listed is added to it.</param>
    public static void Read(ref ReferenceReader reader, bool initial, bool bracketed, List<int> numbers)
    {
        var (back, skipped) = (reader.At, 0);
        var (range, joined, comma, from, ranges) = (false, true, false, false, false);
        while (numbers.Count < MaxListed && reader.Next())
        {
            var number = joined ? Number(ref reader, initial, numbers.Count) : -1;
            if (number >= 0)
            {
                if (initial && numbers.Count == 0 && IsQuarter(reader))
                {
                    break;
                }

                ranges |= range;
                for (var n = range ? numbers[^1] + 1 : number; n <= number && numbers.Count < MaxListed; n++)
                {
                    numbers.Add(n);
                }

                SkipPart(ref reader);
                (range, joined, back) = (false, false, reader.At);
                continue;
            }

            var word = reader.Word;
            if (numbers.Count > 0)
            {
                if (word is "-" or "–" or "—" or "至" or "到" or "~" or "～" or "－" || !joined && reader.Is(QuestionWords.Tos))
                {
                    (range, joined) = (true, true);
                }
                else if (IsSeparator(word) || reader.Is(QuestionWords.Ands) || reader.Is(QuestionWords.Questions)
                    || word is "Q" or "q" or "第" || joined && reader.Is(QuestionWords.Labels) || joined && word is "." or "°" or "º" or "№")
                {
                    joined = true;
                }
                else if (!(joined ? word is "(" : word is ")" && reader.NextIs(QuestionWords.Ands)))
                {
                    break; // "Questions (4) and (5)" goes on.
                }
            }
            else if (skipped++ < MaxSkipped && (IsSeparator(word) || IsLabel(word, initial) || reader.Is(QuestionWords.Labels)
                || reader.Is(QuestionWords.Froms)))
            {
                comma |= IsSeparator(word);
                from |= reader.Is(QuestionWords.Froms);
            }
            else
            {
                break;
            }
        }

        reader.Back(back);

        // "We have questions, 5 in all" and "una pregunta de 5 palabras" are no references.
        if (comma && numbers.Count == 1 && !bracketed || from && !ranges && numbers.Count < 2)
        {
            numbers.Clear();
        }
    }

    private static int Number(ref ReferenceReader reader, bool initial, int before)
    {
        if (initial && before == 0 && !char.IsDigit(reader.Word[0]))
        {
            return -1;
        }

        var number = reader.Number();
        if (number >= 0)
        {
            // "Questions one may ask", "a question two people have".
            return char.IsAsciiLetter(reader.Word[0]) && reader.NextIs(QuestionWords.NotOurs) ? -1 : number;
        }

        var roman = initial ? -1 : NumberWords.Roman(reader.Word);
        return roman > 0 && reader.Word is "I" or "V" or "X" && !IsClosed(reader.Rest) ? -1 : roman;
    }

    /// <summary>"Question I:" is a number, "the question I have" is not.</summary>
    private static bool IsClosed(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart();
        return rest.Length == 0 || ":.)]-–—,".Contains(rest[0], StringComparison.Ordinal);
    }

    private static bool IsSeparator(ReadOnlySpan<char> word) =>
        word is "," or ";" or "/" or "،" or "؛" or "、" or "，" or "；" or "和" or "及" or "与" or "與" or "&";

    private static bool IsLabel(ReadOnlySpan<char> word, bool initial) =>
        word is "." or ":" or "：" or "#" or "(" or "（" or "[" or "°" or "№" or "º" || initial && word is "-" or "_";

    /// <summary>Passes the "a" of "2a", the "(b)" of "2(b)" and the ".1" of "2.1".</summary>
    private static void SkipPart(ref ReferenceReader reader)
    {
        var rest = reader.Rest;
        var length = rest switch
        {
            ['(' or '（', >= 'a' and <= 'z', ')' or '）', ..] => 3,
            [' ', '(', >= 'a' and <= 'z', ')', ..] => 4,
            ['.', >= '0' and <= '9', .. var more] => 2 + more.IndexOfAnyExceptInRange('0', '9') is var end && end < 2 ? rest.Length : end,
            [>= 'a' and <= 'h' or >= 'A' and <= 'H', .. var more] when more.IsEmpty || !char.IsLetterOrDigit(more[0]) => 1,
            _ => 0,
        };
        reader.Back(reader.At + length);
    }

    /// <summary>"Q4 2024" and "2024 Q4" are the last quarter of a year.</summary>
    private static bool IsQuarter(ReferenceReader reader)
    {
        var rest = reader.Rest.TrimStart(" /-'’");
        return IsYear(rest) || rest.StartsWith("of ", StringComparison.Ordinal) && IsYear(rest[3..])
            || rest.StartsWith("FY", StringComparison.Ordinal);
    }

    private static bool IsYear(ReadOnlySpan<char> text) => text is ['1' or '2', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', ..];
}
