using System.Globalization;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Finds what a text says about numbered questions of a call, as people write it: "Questions 2 and 3", "Q4:",
/// "(Questions, 11,12,13 and 16)", "Questions 2 to 6", "question four", and the same in other languages. One
/// pass.</summary>
public static class QuestionReferences
{
    /// <summary>Numbers that one reference can list; a longer row of numbers is something else.</summary>
    private const int MaxListed = 50;

    // Folded: lower case, no accents, Arabic without its variants.
    private static readonly string[] Words =
    [
        "question", "questions", "pregunta", "preguntas", "pergunta", "perguntas", "questao", "questoes", "cuestion",
            "cuestiones",
        "frage", "fragen", "domanda", "domande", "quesito", "quesiti", "vraag", "vragen", "вопрос", "вопроса",
            "вопросу", "вопросе",
        "вопросом", "вопросы", "вопросов", "вопросам", "вопросах", "вопросами", "السؤال", "سؤال", "سؤالين",
            "السؤالين", "السؤالان",
        "الاسءله", "الاسئله", "اسئله", "والسؤال", "للسؤال", "بالسؤال", "soru", "sorular", "pytanie", "pytania",
            "pytan", "swali", "maswali",
        "pertanyaan", "питання", "питань", "سوال", "prashn", "प्रश्न",
    ];

    private static readonly HashSet<string> Triggers = [.. Words.Select(word => Fold.Word(word))];
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TriggerLookup = Triggers.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int LongestTrigger = Triggers.Max(word => word.Length);
    private static readonly HashSet<string> Ands = ["and", "&", "et", "y", "e", "und", "en", "и", "i", "ve", "na",
        "dan", "و", "plus", "or", "ou", "o", "или"];
    private static readonly HashSet<string> Tos = ["to", "through", "a", "ao", "bis", "до", "по", "الي", "حتي", "al",
        "thru", "until"];
    private static readonly HashSet<string> Numbers = ["no", "nos", "nr", "n", "number", "numbers", "num", "numero",
        "numeros", "nummer", "رقم"];

    // By value. What stands on one line is the same number.
    private static readonly string[] Counted =
    [
        "", "one eins", "two deux dos dois zwei два", "three trois tres drei три",
            "four quatre cuatro quatro vier четыре",
        "five cinq cinco funf пять", "six seis sechs шесть", "seven sept siete sete sieben семь",
            "eight huit ocho oito acht восемь",
        "nine neuf nueve nove neun девять", "ten dix diez dez zehn десять", "eleven onze once elf",
            "twelve douze doce doze zwolf",
        "thirteen treize trece treze", "fourteen quatorze catorce", "fifteen quinze quince", "sixteen seize",
            "seventeen", "eighteen", "nineteen", "twenty vingt veinte vinte",
    ];

    private static readonly Dictionary<string, int> ByWord = Counted
        .SelectMany((words, value) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => (word, value)))
        .ToDictionary(pair => pair.word, pair => pair.value);

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

        var reader = new Reader(text);
        while (reader.Next())
        {
            var start = reader.Start;
            if (reader.ChineseOrdinal() is { } ordinal)
            {
                Add(found, start, reader.End, [ordinal], questions);
            }
            else if (reader.IsTrigger(out var initial))
            {
                var (numbers, end) = reader.List(initial);
                Add(found, start, end, numbers, questions);
            }
        }

        return found;
    }

    private static void Add(List<QuestionReference> found, int start, int end, IEnumerable<int> numbers,
        IReadOnlySet<int> questions)
    {
        var known = numbers.Where(questions.Contains).Distinct().Order().ToArray();
        if (known.Length > 0)
        {
            found.Add(new(known, start, end));
        }
    }

    private ref struct Reader(string text)
    {
        private const string ChineseNumerals = "零一二三四五六七八九十";

        private readonly string _text = text;
        private int _at;

        public int Start { get; private set; }

        public readonly int End => _at;

        private readonly ReadOnlySpan<char> Word => _text.AsSpan(Start, _at - Start);

        /// <summary>Reads the next word, number or sign; spaces are none.</summary>
        public bool Next()
        {
            while (_at < _text.Length && (char.IsWhiteSpace(_text[_at])
                || CharClasses.Of(_text[_at]) == CharClass.Format))
            {
                _at++;
            }

            Start = _at;
            if (_at == _text.Length)
            {
                return false;
            }

            var kind = Kind(_text[_at]);
            do
            {
                _at++;
            }
            while (_at < _text.Length && kind is CharClass.Letter or CharClass.Digit && Kind(_text[_at]) == kind);
            return true;
        }

        /// <summary>Whether the word just read announces numbers; "Q" does so only right before one.</summary>
        public readonly bool IsTrigger(out bool initial)
        {
            initial = false;
            if (Start > 0 && Kind(_text[Start - 1]) == CharClass.Letter)
            {
                return false;
            }

            if (Word is ("问" or "問") && _at < _text.Length && _text[_at] is '题' or '題')
            {
                return true;
            }

            Span<char> folded = stackalloc char[LongestTrigger + 1];
            folded = folded[..Fold.Word(Word, folded)];
            initial = folded is "q" or "qs";
            return initial ? char.IsUpper(_text[Start]) : TriggerLookup.Contains(folded);
        }

        /// <summary>The numbers after a trigger, and where the last ends. Leaves the reader after them.</summary>
        public (List<int> Numbers, int End) List(bool initial)
        {
            var numbers = new List<int>();
            if (_at < _text.Length && _text[_at] is '题' or '題')
            {
                _at++;
            }

            var end = _at;
            var back = _at;
            var (range, joined, skipped, comma) = (false, true, 0, false);
            var bracketed = Start > 0 && _text[Start - 1] is '(' or '[';
            while (numbers.Count < MaxListed && Next())
            {
                var number = Value();
                if (number >= 0 && joined)
                {
                    if (Quarter(initial && numbers.Count == 0))
                    {
                        break;
                    }

                    var from = range && numbers.Count > 0 ? numbers[^1] + 1 : number;
                    for (var n = from; n <= number && numbers.Count < MaxListed; n++)
                    {
                        numbers.Add(n);
                    }

                    (range, joined, end, back) = (false, false, _at, _at);
                    continue;
                }

                var word = Fold.Word(Word);
                if (numbers.Count > 0 && (word is "to" or "-" or "–" or "—" or "至" or "到" or "~" || Tos.Contains(word)))
                {
                    (range, joined) = (true, true);
                }
                else if (word is "," or ";" or "/" or "،" or "、" or "，" or "和" or "及" or "与"
                    || numbers.Count > 0 && Ands.Contains(word)
                    || numbers.Count > 0 && (Triggers.Contains(word) || word == "q"))
                {
                    joined = true;
                    comma |= numbers.Count == 0;
                }
                else if (numbers.Count == 0 && skipped++ < 3 && (Numbers.Contains(word)
                    || word is "." or ":" or "#" or "(" or "°" or "№" or "º"))
                {
                    // "Question No. 4", "Question (4)".
                }
                else
                {
                    break;
                }
            }

            // "We have questions, 5 in all" is no reference; "(Questions, 5)" and "Questions, 5 and 6" are.
            _at = back;
            return (comma && numbers.Count == 1 && !bracketed ? [] : numbers, end);
        }

        /// <summary>第4题, 第四个问题.</summary>
        public int? ChineseOrdinal()
        {
            if (Word is not "第")
            {
                return null;
            }

            var back = _at;
            if (Next() && Value() is >= 0 and var value)
            {
                var after = _text.AsSpan(_at).TrimStart();
                if (after.StartsWith("题") || after.StartsWith("題") || after.StartsWith("个问题")
                    || after.StartsWith("個問題") || after.StartsWith("问题") || after.StartsWith("道题"))
                {
                    return value;
                }
            }

            _at = back;
            return null;
        }

        private static CharClass Kind(char c) => char.IsDigit(c) ? CharClass.Digit : CharClasses.Of(c) switch
        {
            CharClass.Letter or CharClass.Mark or CharClass.Format => CharClass.Letter,
            var other => other,
        };

        /// <summary>"Q4 2024" is the last quarter of a year.</summary>
        private readonly bool Quarter(bool initial)
        {
            var rest = _text.AsSpan(_at).TrimStart(" /-'’");
            return initial && rest.Length >= 4 && char.IsAsciiDigit(rest[0]) && char.IsAsciiDigit(rest[1])
                && char.IsAsciiDigit(rest[2]) && char.IsAsciiDigit(rest[3]);
        }

        /// <summary>The number just read, in any digits or in words, or -1.</summary>
        private int Value()
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
                while (_at < _text.Length && ChineseNumerals.Contains(_text[_at], StringComparison.Ordinal))
                {
                    _at++;
                }

                return Chinese(Word);
            }

            return Word.Length <= 10 && ByWord.TryGetValue(Fold.Word(Word), out var counted) ? counted : -1;
        }

        private static int Chinese(ReadOnlySpan<char> number)
        {
            var ten = number.IndexOf('十');
            var tens = ten < 0 ? 0 : ten == 0 ? 1 : ChineseNumerals.IndexOf(number[0], StringComparison.Ordinal);
            var ones = ten == number.Length - 1 ? 0 : ChineseNumerals.IndexOf(number[^1], StringComparison.Ordinal);
            return number.Length > 3 || tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
        }
    }
}

/// <summary>A reference in a text.</summary>
/// <param name="Numbers">Ascending; each is a question of the call.</param>
/// <param name="Start">Where the reference begins in the text.</param>
/// <param name="End">Where its last number ends.</param>
public sealed record QuestionReference(IReadOnlyList<int> Numbers, int Start, int End);
