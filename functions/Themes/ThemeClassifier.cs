using Intake.Calls;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Says which themes and questions of a call each passage of a revision is about. Explicit references to
/// questions come first; then the words that passage and themes share. The same input gives the same answer. Thread
/// safe.</summary>
public sealed class ThemeClassifier
{
    /// <summary>The least score a theme has to reach in a passage by shared words: a word of its title or one
    /// keyword, or three of its description.</summary>
    public const double Threshold = 0.3;

    /// <summary>The same, in a passage that refers to questions of other themes.</summary>
    public const double ThresholdBesideReferences = 0.7;

    /// <summary>Themes behind the best one of a passage by more than this share are left out.</summary>
    public const double ShareOfBest = 0.55;

    /// <summary>The least share of a contribution's text that a theme has to have.</summary>
    public const double MinShare = 0.02;

    /// <summary>For the digest's method note.</summary>
    public const string Name = "Intake themes 1";

    private const double Referred = 1;
    private const double Inherited = 0.9;

    /// <summary>The best that shared words can do: less than any reference.</summary>
    private const double MaxBySimilarity = 0.89;

    /// <summary>What the heading's words count for the passages under it.</summary>
    private const double FromHeading = 0.5;

    /// <summary>The sum of weights that gives a score of 0.63.</summary>
    private const double Scale = 3.5;

    private const int MaxWhy = 5;

    private readonly VocabularyCache _vocabularies = new();

    public Classification Classify(Call call, string callVersion, IReadOnlyList<PassageText> passages,
        PhraseSet phrases)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(callVersion);
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(phrases);
        var vocabulary = _vocabularies.Get(call, callVersion);
        var sections = new Sections(call.Questions);
        var byPassage = phrases.All.ToLookup(phrase => phrase.Passage);
        var shares = new ThemeShares();
        var results = new List<PassageThemes>(passages.Count);
        PassageText? heading = null;
        ThemeEvidence? above = null;
        foreach (var passage in passages)
        {
            var own = sections.Next(passage);
            var evidence = ThemeMatcher.Match(vocabulary, passage, [.. byPassage[passage.Passage.Number]]);
            if (sections.Heading != heading)
            {
                (heading, above) = (sections.Heading, sections.Heading is null ? null : evidence);
            }

            var result = Classify(vocabulary, passage, own, sections, evidence, above == evidence ? null : above);
            shares.Add(passage, result);
            results.Add(result);
        }

        return new(Name, callVersion, shares.Themes(MinShare, MaxWhy),
            [.. results.SelectMany(result => result.Questions).Distinct().Order()], results);
    }

    private static PassageThemes Classify(ThemeVocabulary vocabulary, PassageText passage,
        IReadOnlyList<QuestionReference> own,
        Sections sections, ThemeEvidence evidence, ThemeEvidence? above)
    {
        var themes = vocabulary.Call.Themes;
        var scores = new double[themes.Count];
        var why = new List<string>?[themes.Count];
        var questions = new SortedSet<int>();
        if (passage.Passage.AnswerTo is var answered and not 0 && vocabulary.Questions.Contains(answered))
        {
            Refer(answered, Referred, $"Q{answered}");
        }

        foreach (var reference in own)
        {
            ReferAll(reference, Referred, passage.Text);
        }

        foreach (var reference in sections.Inherited)
        {
            ReferAll(reference, Inherited, sections.InheritedText);
        }

        var referred = questions.Count > 0;
        var best = 0.0;
        var similar = new double[themes.Count];
        for (var theme = 0; theme < themes.Count; theme++)
        {
            var sum = evidence[theme] + (above is null || referred ? 0 : FromHeading * above[theme]);
            similar[theme] = Math.Min(MaxBySimilarity, 1 - Math.Exp(-sum / Scale));
            best = Math.Max(best, similar[theme]);
        }

        for (var theme = 0; theme < themes.Count; theme++)
        {
            if (similar[theme] >= Math.Max(referred ? ThresholdBesideReferences : Threshold, ShareOfBest * best)
                || scores[theme] > 0)
            {
                scores[theme] = Math.Max(scores[theme], similar[theme]);
                var words = evidence[theme] > 0 || referred || above is null ? evidence : above;
                (why[theme] ??= []).AddRange(words.Why(theme));
            }
        }

        return new(passage.Passage.Number,
            [.. themes.Select((theme, i) => new ThemeScore(theme.Id, Math.Round(scores[i], 3), [.. (why[i] ?? [])
                .Distinct().Take(MaxWhy)]))
                .Where(theme => theme.Score > 0).OrderByDescending(theme => theme.Score)],
            [.. questions]);

        void ReferAll(QuestionReference reference, double score, string text)
        {
            foreach (var number in reference.Numbers)
            {
                Refer(number, score, text[reference.Start..reference.End]);
            }
        }

        void Refer(int number, double score, string text)
        {
            questions.Add(number);
            foreach (var theme in vocabulary.ThemesOf[number])
            {
                scores[theme] = Math.Max(scores[theme], score);
                (why[theme] ??= []).Add(text);
            }
        }
    }
}
