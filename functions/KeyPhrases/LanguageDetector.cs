namespace Intake.KeyPhrases;

/// <summary>Tells the language of a text: by its script where that settles it, else by how likely its character runs
/// are in each language that uses the script (naive Bayes over the counts in <c>languages.txt</c>; see
/// <c>languages.md</c>). A text too short, too mixed or too unlike any language is <c>und</c>.</summary>
internal sealed class LanguageDetector
{
    public const string Unknown = "und";

    /// <summary>UTF-16 units read of one text: more does not change the answer, and keeps the time bounded.</summary>
    private const int MaxRead = 3_000;

    /// <summary>Letters below which nothing can be said.</summary>
    private const int MinLetters = 3;

    /// <summary>The share of the letters that has to be in one script.</summary>
    private const double MinScriptShare = 0.6;

    /// <summary>Kana among Han: this share and the text is Japanese.</summary>
    private const double MinKanaShare = 0.05;

    private static readonly Lazy<LanguageDetector> Shared = new(() => new(EmbeddedText.Lines("languages.txt")));

    private readonly Dictionary<Script, LanguageProfiles> _groups;

    private LanguageDetector(IEnumerable<string> profiles) => _groups = profiles
        .Select(line => line.Split('\t'))
        .GroupBy(parts => Enum.Parse<Script>(parts[1]))
        .ToDictionary(group => group.Key, group => new LanguageProfiles([.. group]));

    public static LanguageDetector Instance => Shared.Value;

    public IEnumerable<string> Languages => _groups.Values.SelectMany(group => group.Languages)
        .Concat(Enum.GetValues<Script>().Select(script => script.Language()).OfType<string>())
        .Distinct();

    public string Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.AsSpan(0, Math.Min(text.Length, MaxRead));
        var script = Dominant(read);
        return script.Language() ?? (_groups.TryGetValue(script, out var group) ? group.Detect(read) : Unknown);
    }

    private static Script Dominant(ReadOnlySpan<char> text)
    {
        Span<int> letters = stackalloc int[(int)Script.Count];
        letters.Clear();
        var all = 0;
        foreach (var c in text)
        {
            var script = Scripts.Of(c);
            letters[(int)script]++;
            all += script == Script.None ? 0 : 1;
        }

        letters[(int)Script.None] = 0;
        var eastAsian = letters[(int)Script.Kana] + letters[(int)Script.Han];
        if (letters[(int)Script.Kana] > MinKanaShare * eastAsian)
        {
            (letters[(int)Script.Kana], letters[(int)Script.Han]) = (eastAsian, 0);
        }

        var best = 0;
        for (var i = 1; i < letters.Length; i++)
        {
            best = letters[i] > letters[best] ? i : best;
        }

        return all < (best >= (int)Script.Thai ? 2 : MinLetters) || letters[best] < MinScriptShare * all
            ? Script.None
            : (Script)best;
    }
}
