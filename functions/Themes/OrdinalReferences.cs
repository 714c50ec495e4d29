using System.Collections.Frozen;

namespace Intake.Themes;

/// <summary>Reads references whose number stands before the noun: "the fourth question", "4th question", 第四个问题.</summary>
internal static class OrdinalReferences
{
    /// <summary>Numbers in one reference: "the fourth, fifth and sixth questions".</summary>
    private const int MaxListed = 12;

    private static readonly FrozenSet<string> Marks = FrozenSet.ToFrozenSet(
        ["st", "nd", "rd", "th", "e", "er", "ere", "eme", "ième", "ª", "º", "a", "o", "й", "го", "му", "м", "ый", "ой", "번"]);

    private static readonly FrozenSet<string> NounsAfterPoint = FrozenSet.ToFrozenSet(["frage", "soru", "sorusu", "fraga", "sporsmal"]);

    private static readonly string[] HanNouns = ["题", "題", "个问题", "個問題", "问题", "問題", "道题", "项议题", "问"];

    /// <summary>"The fourth and fifth guiding questions".</summary>
    public static void InWords(ref ReferenceReader reader, ReadOnlySpan<char> before, List<int> numbers)
    {
        var value = reader.Value(NumberWords.BeforeNoun);
        if (value < 0 || char.IsAsciiLetter(reader.Word[0]) && !IsArticle(before))
        {
            return;
        }

        numbers.Add(value);
        var described = false;
        while (numbers.Count < MaxListed && reader.Next())
        {
            value = reader.Value(NumberWords.BeforeNoun);
            if (value > 0)
            {
                numbers.Add(value);
            }
            else if (reader.Is(QuestionWords.Questions))
            {
                if (reader.NextIs(QuestionWords.NotOurs))
                {
                    break;
                }

                return;
            }
            else if (reader.Word is not "," and not "-" && !reader.Is(QuestionWords.Ands) && !reader.Is(QuestionWords.Articles)
                && (described || !(described = reader.Is(QuestionWords.Adjectives))))
            {
                break;
            }
        }

        numbers.Clear();
    }

    /// <summary>"4th question", "4e question", "4-й вопрос", "4. Frage", "4번 질문".</summary>
    public static void Numbered(ref ReferenceReader reader, List<int> numbers)
    {
        var number = reader.Number();
        var point = reader.Rest is ['.', ..];
        var dash = reader.Rest is ['-', ..];
        if ((point || dash) && !reader.Next()
            || !point && (!reader.Next() || reader.Start > 0 && char.IsWhiteSpace(reader.Before[^1]) || !reader.Is(Marks)))
        {
            return;
        }

        var described = false;
        while (reader.Next())
        {
            if (point ? reader.Is(NounsAfterPoint) : reader.Is(QuestionWords.Questions))
            {
                numbers.Add(number);
                return;
            }

            if (described || point || !(described = reader.Is(QuestionWords.Adjectives)))
            {
                return;
            }
        }
    }

    /// <summary>第4题, 第四个问题, 第2至6题, 第四和第五题.</summary>
    public static void Chinese(ref ReferenceReader reader, List<int> numbers)
    {
        var range = false;
        while (numbers.Count < MaxListed && reader.Next())
        {
            var number = reader.Number();
            if (number < 0)
            {
                break;
            }

            for (var n = range && numbers.Count > 0 ? numbers[^1] + 1 : number; n <= number && numbers.Count < MaxListed; n++)
            {
                numbers.Add(n);
            }

            var rest = reader.Rest.TrimStart();
            foreach (var noun in HanNouns)
            {
                if (rest.StartsWith(noun))
                {
                    return;
                }
            }

            if (!reader.Next() || reader.Word is not ("、" or "，" or "," or "和" or "及" or "与" or "至" or "到" or "-" or "–" or "~" or "～"))
            {
                break;
            }

            range = reader.Word is "至" or "到" or "-" or "–" or "~" or "～";
            if (reader.Rest is ['第', ..])
            {
                reader.Next();
            }
        }

        numbers.Clear();
    }

    private static bool IsArticle(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[KeyPhrases.Fold.MaxLength];
        return QuestionWords.Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded[..KeyPhrases.Fold.Word(word, folded)]);
    }
}
