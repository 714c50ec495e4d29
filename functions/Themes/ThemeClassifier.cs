using Intake.Calls;
using Intake.KeyPhrases;
using Intake.Storage;
using Intake.Themes.Learning;

namespace Intake.Themes;

/// <summary>Says which themes and questions of a call each passage of a revision is about. Explicit references to
/// questions come first; then the words that passage and themes share, and what was learned of the themes from the call's
/// own passages; what a person said stands above all. The same input gives the same answer. Thread safe.</summary>
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
    public const string Name = "Intake themes 2";

    private const double Referred = 1;
    private const double Inherited = 0.9;

    /// <summary>The words that speak for a theme are named from this score of what was learned on.</summary>
    private const double MinLearned = 0.2;

    private const int MaxWhy = 5;

    private readonly VocabularyCache _vocabularies = new();

    public Classification Classify(Call call, string callVersion, IReadOnlyList<PassageText> passages,
        PhraseSet phrases) => Classify(call, callVersion, passages, phrases, learned: null, confirmed: []);

    /// <param name="learned">Of the call's present themes.</param>
    /// <param name="confirmed">What people said of passages of this revision.</param>
    internal Classification Classify(Call call, string callVersion, IReadOnlyList<PassageText> passages,
        PhraseSet phrases, ThemeModel? learned, IEnumerable<CorrectionRow> confirmed)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(callVersion);
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(phrases);
        var vocabulary = _vocabularies.Get(call, callVersion);
        var sections = new Sections(vocabulary.QuestionTexts);
        var byPassage = phrases.All.ToLookup(phrase => phrase.Passage);
        var confirmedOf = confirmed.ToDictionary(row => row.Passage);
        var shares = new ThemeShares();
        var results = new List<PassageThemes>(passages.Count);
        PassageText? heading = null;
        Similarity? above = null;
        foreach (var passage in passages)
        {
            var own = sections.Next(passage);
            var evidence = new Similarity(
                ThemeMatcher.Match(vocabulary, passage, [.. byPassage[passage.Passage.Number]]),
                learned?.Score(passage.Text, passage.Passage.Language, MinLearned), learned?.Trust ?? 0);
            if (sections.Heading != heading)
            {
                (heading, above) = (sections.Heading, sections.Heading is null ? null : evidence);
            }

            var result = Classify(vocabulary, passage, own, sections, evidence, above == evidence ? null : above);
            if (confirmedOf.TryGetValue(passage.Passage.Number, out var said))
            {
                result = Confirmed(call, result, said);
            }

            shares.Add(passage, result);
            results.Add(result);
        }

        return new(Name, callVersion, shares.Themes(MinShare, MaxWhy),
            [.. results.SelectMany(result => result.Questions).Distinct().Order()], results);
    }

    /// <summary>A person's answer, with the words that were found for it.</summary>
    private static PassageThemes Confirmed(Call call, PassageThemes found, CorrectionRow said) => new(
        found.Passage,
        [.. call.Themes.Where(theme => said.ThemeIds.Contains(theme.Id)).Select(theme => new ThemeScore(theme.Id, 1,
            found.Themes.FirstOrDefault(score => score.Theme == theme.Id)?.Why ?? []))],
        [.. said.QuestionNumbers.Where(number => call.Questions.Any(question => question.Number == number)).Order()],
        Confirmed: true);

    private static PassageThemes Classify(ThemeVocabulary vocabulary, PassageText passage,
        IReadOnlyList<QuestionReference> own,
        Sections sections, Similarity evidence, Similarity? above)
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
            similar[theme] = evidence.Score(theme, referred ? null : above);
            best = Math.Max(best, similar[theme]);
        }

        for (var theme = 0; theme < themes.Count; theme++)
        {
            if (similar[theme] >= Math.Max(referred ? ThresholdBesideReferences : Threshold, ShareOfBest * best)
                || scores[theme] > 0)
            {
                scores[theme] = Math.Max(scores[theme], similar[theme]);
                (why[theme] ??= []).AddRange(evidence.Why(theme, referred ? null : above));
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
