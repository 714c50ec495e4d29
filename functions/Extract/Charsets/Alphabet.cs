using System.Globalization;

namespace Intake.Extract.Charsets;

/// <summary>
/// How likely each letter is after another in one language, in nats. Characters are put into classes first, a number each:
/// a letter of the language, the space between words, or one of a few kinds of stranger.
/// </summary>
internal sealed class Alphabet
{
    private const int Boundary = 0;

    /// <summary>In place of so many observed letters, each letter may follow as often as it comes anywhere.</summary>
    private const float Smoothing = 4;

    /// <summary>A letter counted less often stands in foreign words.</summary>
    private const int FewestOfLetter = 3;

    /// <summary>Signs of programs and forms more than of sentences.</summary>
    public const string OddAscii = "[\\]^`{|}~@#$%&*_<>=";

    private const string Punctuation = "\u00a0\u00ad\u0085\u200c\u200d\u200e\u200f“‘’–—…؛،؟ªº";

    /// <summary>Signs that stand before words.</summary>
    private const string Opening = "„‚«‹¿¡";

    /// <summary>Signs that stand after words, or alone.</summary>
    private const string Closing = "”»›•·§°€£©®™№´";

    private static readonly Lazy<Dictionary<string, Alphabet>> All = new(() => LetterCounts.Read()
        .Where(each => each.Value[0].Letters.Length == 2).ToDictionary(each => each.Key, each => new Alphabet(each.Value)));

    private readonly Dictionary<char, byte> _letters = [];
    private readonly float[] _likelihoods;
    private readonly int _width;

    private Alphabet(IReadOnlyList<(string Letters, int Count)> counts)
    {
        foreach (var letter in counts.GroupBy(each => each.Letters[1]).Where(group => group.Key != '_' && group.Sum(each => each.Count) >= FewestOfLetter))
        {
            _letters[letter.Key] = (byte)(_letters.Count + 1);
        }

        _width = _letters.Count + 1 + Strangers;
        _likelihoods = new float[_width * _width];
        Fill(counts);
        AsciiClasses = [.. Enumerable.Range(0, 256).Select(b => ClassOf((char)b))];
    }

    /// <summary>The languages in Latin letters.</summary>
    public static IEnumerable<KeyValuePair<string, Alphabet>> Latin => All.Value.Where(each => each.Value._letters.ContainsKey('a'));

    /// <summary>The class of each ASCII byte.</summary>
    public byte[] AsciiClasses { get; }

    private int ForeignLatin => _letters.Count + 1;

    private static int Strangers => 8;

    public static Alphabet Of(string language) => All.Value[language];

    public byte ClassOf(char c)
    {
        if (_letters.TryGetValue(c == 'İ' ? 'i' : char.ToLowerInvariant(c), out var letter))
        {
            return letter;
        }

        var stranger = c switch
        {
            < '\u0080' => char.IsAsciiLetter(c) ? 0 : OddAscii.Contains(c, StringComparison.Ordinal) ? 5 : c >= ' ' || char.IsWhiteSpace(c) ? -ForeignLatin : 4,
            _ when Punctuation.Contains(c, StringComparison.Ordinal) => 2,
            _ when Opening.Contains(c, StringComparison.Ordinal) => 6,
            _ when Closing.Contains(c, StringComparison.Ordinal) => 7,
            '\ufffd' => 4,
            _ when char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark => 1,
            _ => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned ? 4 : 3,
        };
        return (byte)(ForeignLatin + stranger);
    }

    /// <param name="bytes">A text in a single-byte character set.</param>
    /// <param name="classes">The class of each byte.</param>
    public double Likelihood(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> classes)
    {
        var (sum, before) = (0.0, Boundary);
        foreach (var b in bytes)
        {
            int next = classes[b];
            sum += _likelihoods[(before * _width) + next];
            before = next;
        }

        return sum;
    }

    private void Fill(IReadOnlyList<(string Letters, int Count)> counts)
    {
        var pairs = new float[_width, _width];
        var (after, total) = (new float[_width], 0f);
        foreach (var (letters, count) in counts)
        {
            var (first, second) = (Index(letters[0]), Index(letters[1]));
            pairs[first, second] += count;
            after[second] += count;
            total += count;
        }

        var isLatin = _letters.ContainsKey('a');
        for (var first = 0; first < _width; first++)
        {
            // After a stranger comes what comes at the beginning of a word.
            var row = first < ForeignLatin ? first : Boundary;
            var sum = 0f;
            for (var second = 0; second < ForeignLatin; second++)
            {
                sum += pairs[row, second];
            }

            for (var second = 0; second < _width; second++)
            {
                _likelihoods[(first * _width) + second] = second == Boundary && first is Boundary || (first >= ForeignLatin && second == Boundary) ? -1
                    : second < ForeignLatin ? MathF.Log((pairs[row, second] + (Smoothing * (after[second] + 0.5f) / (total + ForeignLatin))) / (sum + Smoothing)) - (second != Boundary && (first == ForeignLatin + 7 || (first == ForeignLatin && !isLatin)) ? 6 : 0)
                    : Stranger(first, second - ForeignLatin, isLatin);
            }
        }
    }

    /// <summary>Words of Latin letters stand in texts of all scripts, but not within words of another.</summary>
    private float Stranger(int first, int stranger, bool isLatin) => stranger switch
    {
        0 => isLatin ? -8 : first is Boundary || first >= ForeignLatin ? -3.6f : -9,
        1 => -12,
        2 => -5.5f,
        3 => -10,
        5 => -6,
        6 => first is Boundary || first >= ForeignLatin ? -5.5f : -11,
        7 => -6,
        _ => -20,
    };

    private int Index(char letter) => letter == '_' ? Boundary : _letters.TryGetValue(letter, out var index) ? index : ForeignLatin + 1;
}
