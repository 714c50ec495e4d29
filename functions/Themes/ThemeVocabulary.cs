using System.Collections.Concurrent;
using System.Collections.Frozen;
using Intake.Calls;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>The words of a call's themes, and how much each says for which theme: compiled once for a version of a
/// call.</summary>
internal sealed class ThemeVocabulary
{
    // Weights by where a word stands. A keyword was chosen to tell; a question's words only come with the theme.
    private const double InKeyword = 3;
    private const double InTitle = 2.5;
    private const double InDescription = 1;
    private const double InQuestion = 0.6;

    private const double Again = 0.15;

    /// <summary>Generic words tell little, whatever theme they stand in.</summary>
    private const double Generic = 0.3;

    /// <summary>Characters that cognates share at their beginning: financing, financiación, financement.</summary>
    private const int Cognate = 6;

    /// <summary>What a cognate counts.</summary>
    private const double AsCognate = 0.6;

    // Beginnings that unrelated words share.
    private static readonly FrozenSet<string> NoCognates = FrozenSet.ToFrozenSet(["intern", "contra", "contre",
        "contri", "respon", "commun", "consti", "repres", "recomm", "organi"]);

    /// <summary>Words in a text's own form that are remembered of one language.</summary>
    private const int MaxKnown = 50_000;

    private readonly Dictionary<string, Feature> _words = [];
    private readonly ConcurrentDictionary<(string Language, bool Foreign), ConcurrentDictionary<string, KnownWord>> _known = [];
    private readonly FrozenDictionary<string, Feature> _cognates;

    public ThemeVocabulary(Call call)
    {
        Call = call;
        QuestionTexts = new(call.Questions);
        Questions = call.Questions.Select(question => question.Number).ToFrozenSet();
        ThemesOf = call.Questions.GroupBy(question => question.Number).ToFrozenDictionary(
            group => group.Key,
            group => (IReadOnlyList<int>)[.. group.SelectMany(question => question.Themes)
                .Select(id => IndexOf(call, id)).Where(index => index >= 0).Distinct()]);
        for (var theme = 0; theme < call.Themes.Count; theme++)
        {
            AddTheme(theme, call.Themes[theme]);
        }

        foreach (var question in call.Questions)
        {
            foreach (var theme in ThemesOf[question.Number])
            {
                AddText(theme, question.Text, InQuestion);
            }
        }

        Weigh(call.Themes.Count);
        _cognates = _words.Where(word => word.Key.Length >= Cognate && !NoCognates.Contains(word.Key[..Cognate]))
            .GroupBy(word => word.Key[..Cognate])
            .Where(group => group.Count() == 1)
            .ToFrozenDictionary(group => group.Key, group => group.Single().Value.Times(AsCognate));
    }

    public Call Call { get; }

    /// <summary>The language of what is too short to tell its own.</summary>
    public string Language => Call.Languages is [var first, ..] ? first : LanguageDetector.Unknown;

    public FrozenSet<int> Questions { get; }

    public QuestionTexts QuestionTexts { get; }

    /// <summary>By question number: the indexes of its themes.</summary>
    public FrozenDictionary<int, IReadOnlyList<int>> ThemesOf { get; }

    /// <summary>What a word says, by its root.</summary>
    /// <param name="root">The word's root.</param>
    /// <param name="foreign">Whether the text is in none of the call's languages, so that cognates may help.</param>
    public Feature? Word(ReadOnlySpan<char> root, bool foreign) =>
        _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(root, out var feature) ? feature
        : foreign && root.Length >= Cognate
            && _cognates.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(root[..Cognate], out var cognate)
                ? cognate
        : null;

    /// <summary>The same, of a word as it stands in a text. Looked up once for each form: it does not depend on what is
    /// around it.</summary>
    public KnownWords Known(WordLists lists, bool foreign)
    {
        var words = _known.GetOrAdd((lists.Language, foreign), static _ => new(StringComparer.Ordinal));
        if (words.Count > MaxKnown)
        {
            words.Clear();
        }

        return new(this, lists, foreign, words);
    }

    private static int IndexOf(Call call, string theme)
    {
        for (var i = 0; i < call.Themes.Count; i++)
        {
            if (call.Themes[i].Id == theme)
            {
                return i;
            }
        }

        return -1;
    }

    private void AddTheme(int theme, Theme described)
    {
        AddText(theme, described.Title, InTitle);
        AddText(theme, described.Description, InDescription);
        foreach (var keyword in described.Keywords)
        {
            var roots = AddText(theme, keyword, InKeyword);
            if (roots.Count > 1)
            {
                _words[roots[0]].Phrases.Add(new([.. roots.Select(root => _words[root])], theme, InKeyword));
            }
        }
    }

    private List<string> AddText(int theme, string text, double weight)
    {
        var tag = LanguageDetector.Instance.Detect(text);
        var roots = RootReader.Read(text, WordLists.For(tag == LanguageDetector.Unknown ? Language : tag));
        var keyword = weight == InKeyword && roots.Count > 1; // Its words say less one by one than together.
        foreach (var (root, generic) in roots)
        {
            var share = (keyword ? weight / (roots.Count + 1) : weight) * (generic ? Generic : 1);
            if (!_words.TryGetValue(root, out var feature))
            {
                _words[root] = feature = new(new double[Call.Themes.Count]);
            }

            // Said again in another place, it counts a little more.
            var before = feature.Weights[theme];
            feature.Weights[theme] = Math.Max(before, share) + Again * Math.Min(before, share);
        }

        return [.. roots.Select(root => root.Root)];
    }

    /// <summary>A word of few themes says more than one of many; one of all says nothing.</summary>
    private void Weigh(int themes)
    {
        var most = Math.Log(1 + themes);
        foreach (var feature in _words.Values)
        {
            var of = feature.Weights.Count(weight => weight > 0);
            var idf = themes == 1 ? 1 : Math.Log((1.0 + themes) / of) / most;
            for (var i = 0; i < themes; i++)
            {
                feature.Weights[i] *= of == themes && themes > 1 ? 0 : idf;
            }
        }
    }

    /// <summary>What a word says for each theme, and the keywords of several words that begin with it.</summary>
    internal sealed class Feature(double[] weights)
    {
        public double[] Weights { get; } = weights;

        public List<Phrase> Phrases { get; } = [];

        public Feature Times(double factor) => new([.. Weights.Select(weight => weight * factor)]);
    }

    /// <summary>What is known of a form of a word.</summary>
    /// <param name="IsContent">Whether it tells anything at all.</param>
    internal readonly record struct KnownWord(bool IsContent, Feature? Feature);

    internal readonly struct KnownWords(
        ThemeVocabulary vocabulary, WordLists lists, bool foreign, ConcurrentDictionary<string, KnownWord> words)
    {
        private readonly ConcurrentDictionary<string, KnownWord>.AlternateLookup<ReadOnlySpan<char>> _lookup =
            words.GetAlternateLookup<ReadOnlySpan<char>>();

        public KnownWord Of(ReadOnlySpan<char> word)
        {
            if (_lookup.TryGetValue(word, out var known))
            {
                return known;
            }

            Span<char> buffer = stackalloc char[Fold.MaxLength];
            known = RootReader.Root(word, lists, buffer, out var root, out _) ? new(true, vocabulary.Word(root, foreign)) : default;
            if (word.Length <= Fold.MaxLength)
            {
                _lookup[word] = known;
            }

            return known;
        }
    }

    internal sealed record Phrase(IReadOnlyList<Feature> Words, int Theme, double Weight);
}
