using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>A character set that a text may be in, with the languages written in it.</summary>
/// <param name="CodePage">Its number in .NET.</param>
/// <param name="Languages">Of <c>letters.txt</c>.</param>
/// <param name="Prior">How much rarer than windows-1252 it is in what arrives, in nats.</param>
internal sealed record CharsetCandidate(int CodePage, string[] Languages, float Prior)
{
    /// <summary>For each capital that follows a small letter: letters that are wrong often come out so.</summary>
    private const double WrongCase = -4;

    private readonly Encoding _encoding = CharsetNames.Lenient(CodePage);
    private readonly Lazy<string> _characters = new(() => Characters(CodePage));
    private readonly byte[]?[] _classes = new byte[Languages.Length][];

    private bool IsMultiByte => !_encoding.IsSingleByte;

    /// <summary>How likely the text is in the likeliest of the languages.</summary>
    /// <param name="sample">The text's words with bytes beyond ASCII.</param>
    /// <param name="context">What its other words say.</param>
    public double Likelihood(ReadOnlySpan<byte> sample, CharsetContext context)
    {
        var best = double.NegativeInfinity;
        if (IsMultiByte)
        {
            if (!DoubleBytes.Fit(CodePage, sample))
            {
                return double.NegativeInfinity;
            }

            var text = _encoding.GetString(sample);
            foreach (var language in Languages)
            {
                best = Math.Max(best, Ideographs.Of(language).Likelihood(text) + context.Of(language));
            }

            return best + Prior;
        }

        for (var i = 0; i < Languages.Length; i++)
        {
            var alphabet = Alphabet.Of(Languages[i]);
            var classes = _classes[i] ??= [.. _characters.Value.Select(alphabet.ClassOf)];
            best = Math.Max(best, alphabet.Likelihood(sample, classes) + context.Of(Languages[i]));
        }

        return best + Prior + (WrongCase * WrongCases(sample));
    }

    private int WrongCases(ReadOnlySpan<byte> sample)
    {
        var characters = _characters.Value;
        var wrong = 0;
        for (var i = 1; i < sample.Length; i++)
        {
            wrong += (sample[i] | sample[i - 1]) >= 0x80 && char.IsUpper(characters[sample[i]]) && char.IsLower(characters[sample[i - 1]]) ? 1 : 0;
        }

        return wrong;
    }

    private static string Characters(int codePage)
    {
        var encoding = CharsetNames.Lenient(codePage);
        return string.Concat(Enumerable.Range(0, 256).Select(b => encoding.GetString([(byte)b]) is [var c] ? c : '\ufffd'));
    }
}
