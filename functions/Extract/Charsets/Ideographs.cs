using System.Globalization;
using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>How likely each character is in a Chinese, Japanese or Korean text, in nats.</summary>
internal sealed class Ideographs
{
    private const float CommonCharacter = -10;
    private const float RareCharacter = -12.5f;
    private const float Bad = -20;

    private static readonly Lazy<Dictionary<string, Ideographs>> All = new(() => LetterCounts.Read()
        .Where(each => each.Key is "zh-hans" or "zh-hant" or "ja" or "ko").ToDictionary(each => each.Key, each => new Ideographs(each.Key, each.Value)));

    private readonly Dictionary<char, float> _known = [];
    private readonly HashSet<char> _common;
    private readonly float[][] _jamo = [new float[19], new float[21], new float[28]];
    private readonly string _language;

    private Ideographs(string language, IReadOnlyList<(string Letters, int Count)> counts)
    {
        _language = language;
        var total = counts.Sum(each => each.Count) * 1.1f;
        foreach (var (letters, count) in counts)
        {
            _known[letters[0]] = MathF.Log(count / total);
        }

        _common = Common(language);
        CountJamo(counts);
    }

    public static Ideographs Of(string language) => All.Value[language];

    public static bool IsKnown(char c) => All.Value.Values.Any(language => language._known.ContainsKey(c));

    /// <summary>The mean of the language in which the text is likeliest.</summary>
    public static double BestMean(string text) => All.Value.Values.Max(language => language.Likelihood(text)) / text.Length;

    public double Likelihood(string text)
    {
        var sum = 0.0;
        foreach (var c in text)
        {
            sum += c < 0x80 ? char.IsAsciiLetter(c) ? -3.6f : Alphabet.OddAscii.Contains(c, StringComparison.Ordinal) ? -6 : c >= ' ' || char.IsWhiteSpace(c) ? -2 : Bad : _known.TryGetValue(c, out var known) ? known : Unknown(c);
        }

        return sum;
    }

    private float Unknown(char c) => c switch
    {
        >= '\u4e00' and <= '\u9fff' => _common.Contains(c) ? CommonCharacter : RareCharacter,
        >= '\uac00' and <= '\ud7a3' => _language == "ko" ? Syllable(c - '\uac00') : RareCharacter,
        >= '\u3040' and <= '\u30ff' => _language == "ja" ? -7 : RareCharacter,
        >= '\u3130' and <= '\u318f' or >= '\u1100' and <= '\u11ff' => _language == "ko" ? -8 : RareCharacter,
        >= '\u3000' and <= '\u303f' or >= '\uff01' and <= '\uff5e' or (>= '\u2010' and <= '\u2026') => -7,
        >= '\uff61' and <= '\uff9f' => _language == "ja" ? -8 : RareCharacter,
        _ when char.IsSurrogate(c) => -8,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned || c == '\ufffd'
            ? Bad : char.IsLetter(c) ? RareCharacter : CommonCharacter,
    };

    /// <summary>A Hangul syllable that was not counted is as likely as its letters are together.</summary>
    private float Syllable(int index) => -2 + _jamo[0][index / 588] + _jamo[1][index / 28 % 21] + _jamo[2][index % 28];

    private void CountJamo(IReadOnlyList<(string Letters, int Count)> counts)
    {
        foreach (var (letters, count) in counts)
        {
            if (letters[0] - '\uac00' is var index and >= 0 and < 19 * 588)
            {
                _jamo[0][index / 588] += count;
                _jamo[1][index / 28 % 21] += count;
                _jamo[2][index % 28] += count;
            }
        }

        foreach (var jamo in _jamo)
        {
            var total = jamo.Sum() + jamo.Length;
            for (var i = 0; i < jamo.Length; i++)
            {
                jamo[i] = MathF.Log((jamo[i] + 1) / total);
            }
        }
    }

    /// <summary>What the makers of the national character sets put in their first level.</summary>
    private static HashSet<char> Common(string language)
    {
        var (codePage, first, last) = language switch
        {
            "zh-hans" => (936, 0xB0, 0xD7),
            "zh-hant" => (950, 0xA4, 0xC6),
            "ja" => (932, 0x88, 0x98),
            _ => (949, 0xCA, 0xFD),
        };
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var common = new HashSet<char>();
        for (var lead = first; lead <= last; lead++)
        {
            // Below 0xA1 code pages 936 and 949 hold what the standards did not have.
            for (var trail = codePage is 936 or 949 ? 0xA1 : 0x40; trail <= 0xFE; trail++)
            {
                common.UnionWith(encoding.GetString([(byte)lead, (byte)trail]).Where(c => c is >= '\u4e00' and <= '\u9fff'));
            }
        }

        return common;
    }
}
