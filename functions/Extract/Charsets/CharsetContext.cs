namespace Intake.Extract.Charsets;

/// <summary>What a text's plain words, which are the same in nearly every character set, say about its language.</summary>
internal sealed class CharsetContext
{
    /// <summary>Nats; quotations and names are in other languages.</summary>
    private const float Most = -8;

    /// <summary>Neighbouring pairs of letters say the same thing more than once.</summary>
    private const float Weight = 0.3f;

    /// <summary>Nats; a text with Latin words is less often in another script.</summary>
    private const float OtherScript = -2;

    /// <summary>Bytes below which nothing is said.</summary>
    private const int Fewest = 10;

    private readonly Dictionary<string, float> _languages = [];
    private readonly float _other;

    private CharsetContext(ReadOnlySpan<byte> words)
    {
        if (words.Length < Fewest)
        {
            return;
        }

        _other = OtherScript;
        foreach (var (language, alphabet) in Alphabet.Latin)
        {
            _languages[language] = (float)alphabet.Likelihood(words, alphabet.AsciiClasses);
        }

        var best = _languages.Values.Max();
        foreach (var (language, likelihood) in _languages)
        {
            _languages[language] = Math.Max(Most, Weight * (likelihood - best));
        }
    }

    public static CharsetContext None { get; } = new([]);

    public static CharsetContext Of(ReadOnlySpan<byte> text) => new(CharsetSample.Ascii(text));

    /// <summary>Nats, 0 and less.</summary>
    public float Of(string language) => _languages.GetValueOrDefault(language, _other);
}
