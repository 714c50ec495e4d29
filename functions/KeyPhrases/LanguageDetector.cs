namespace Intake.KeyPhrases;

/// <summary>Tells the language of a text: by its script where that settles it, else by how likely its character runs
/// are in each language that uses the script (naive Bayes with the model <c>languages.bin</c>; see
/// <c>languages.md</c>). A text too short, too mixed or too unlike any language is <c>und</c>.</summary>
internal sealed class LanguageDetector
{
    public const string Unknown = "und";

    /// <summary>UTF-16 units read of one text: more does not change the answer, and keeps the time bounded.</summary>
    private const int MaxRead = 3_000;

    /// <summary>Letters below which nothing can be said.</summary>
    private const int MinLetters = 3;

    /// <summary>The share of the letters that has to be in one script, each with its <see cref="Weights"/>.</summary>
    private const double MinScriptShare = 0.5;

    /// <summary>Kana among Han: this share and the text is Japanese.</summary>
    private const double MinKanaShare = 0.05;

    // A letter's weight: a Han character says as much as several letters, and where Latin letters stand among those of
    // another script they are names and titles, seldom the other way round.
    private static readonly int[] Weights = [.. Enum.GetValues<Script>().Select(script => script switch
    {
        Script.None => 0,
        Script.Latin => 1,
        Script.Han or Script.Kana => 5,
        _ => 3,
    })];

    private static readonly Lazy<LanguageDetector> Shared = new(Load);

    private readonly Dictionary<Script, LanguageTable> _tables;

    internal LanguageDetector(Stream model) => _tables = LanguageModel.Read(model);

    public static LanguageDetector Instance => Shared.Value;

    public IEnumerable<string> Languages => _tables.Values.SelectMany(table => table.Languages)
        .Concat(Enum.GetValues<Script>().Select(script => script.Language()).OfType<string>())
        .Distinct();

    public string Detect(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var read = text.AsSpan(0, Math.Min(text.Length, MaxRead));
        var script = Dominant(read);
        return script.Language() ?? (_tables.TryGetValue(script, out var table) ? table.Detect(read) : Unknown);
    }

    private static LanguageDetector Load()
    {
        using var model = EmbeddedText.Open("languages.bin");
        return new(model);
    }

    private static Script Dominant(ReadOnlySpan<char> text)
    {
        Span<int> letters = stackalloc int[(int)Script.Count];
        letters.Clear();
        foreach (var c in text)
        {
            letters[(int)Scripts.Of(c)]++;
        }

        var eastAsian = letters[(int)Script.Kana] + letters[(int)Script.Han];
        if (letters[(int)Script.Kana] > MinKanaShare * eastAsian)
        {
            (letters[(int)Script.Kana], letters[(int)Script.Han]) = (eastAsian, 0);
        }

        var (best, all) = (0, 0L);
        for (var i = 1; i < letters.Length; i++)
        {
            all += letters[i] * Weights[i];
            best = letters[i] * Weights[i] > letters[best] * Weights[best] ? i : best;
        }

        return letters[best] < (best >= (int)Script.Thai ? 2 : MinLetters)
            || letters[best] * Weights[best] < MinScriptShare * all
            ? Script.None
            : (Script)best;
    }
}
