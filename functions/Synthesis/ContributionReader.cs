using Intake.Calls;
using Intake.Extract;
using Intake.Receive;

namespace Intake.Synthesis;

/// <summary>Takes from an analysed contribution what digests need of it, and nothing that is not public.</summary>
internal sealed class ContributionReader(Call call)
{
    private readonly Dictionary<string, int> _themes =
        call.Themes.Select((theme, index) => (theme.Id, index)).DistinctBy(pair => pair.Id).ToDictionary();

    private readonly HashSet<int> _questions = [.. call.Questions.Select(question => question.Number)];
    private readonly CandidateFinder _finder = new(new Boilerplate(call));
    private readonly StatementReader _statements = new(call);

    /// <param name="closely">Whether what it says is wanted too.</param>
    public ContributionState Read(AnalysedContribution contribution, bool closely = true)
    {
        var outcome = OutcomeOf(contribution);
        var contributor = Cleaned(contribution.Contributor.Public());
        var state = new ContributionState
        {
            Id = contribution.Id,
            Revision = contribution.Revision,
            Outcome = outcome,
            Reason = outcome == Outcome.Failed ? Labels.Clean(contribution.Reason) : null,
            Channel = contribution.Channel,
            Received = contribution.Received.ToUniversalTime(),
            Late = contribution.Late,

            // Who takes a contribution back takes back being named.
            Contributor = outcome == Outcome.Withdrawn && contributor.Publish == PublishAs.Name
                ? (contributor with { Publish = PublishAs.Anonymous }).Public()
                : contributor,
            Latest = new EntryMark(contribution.Revision, default, default, null),
        };
        return outcome == Outcome.Included ? WithContent(state, contribution, closely) : state;
    }

    private ContributionState WithContent(ContributionState state, AnalysedContribution contribution, bool closely)
    {
        var found = contribution.Classification!;
        var themes = found.Themes
            .Where(score => _themes.ContainsKey(score.Theme))
            .GroupBy(score => score.Theme, score => score.Score, StringComparer.Ordinal)
            .OrderBy(scores => _themes[scores.Key])
            .Select(scores => new TopicScore(scores.Key, Rounded(scores.Max())))
            .ToList();
        var questions = found.Questions.Where(_questions.Contains).Distinct().Order().ToList();
        state = state with
        {
            Language = LanguageTag.Clean(contribution.Language),
            Words = contribution.Texts.Values.Sum(WordCount.Of) - NotOwnWords(contribution),
            Themes = themes,
            Questions = questions,
            Passages = contribution.Extraction!.Passages.Count(passage => passage.IsOwn),
            Confirmed = found.Passages.Count(passage => passage.Confirmed == true),
            Fingerprint = closely && contribution.Positions is { Fingerprint.IsEmpty: false } positions ? Convert.ToBase64String(positions.Fingerprint.Span) : null,
            PhraseEngine = contribution.Phrases?.Engine,
            ThemeEngine = found.Engine,
            Problems = ProblemsOf(contribution.Extraction!),
        };
        if (!closely || state.Contributor.Publish == PublishAs.None)
        {
            return state;
        }

        var topics = PassageTopics.Of(contribution, themes, questions);
        return state with
        {
            Statements = _statements.Read(contribution),
            Candidates = _finder.Find(contribution, topics),
            Phrases = PhrasePicker.Pick(contribution, topics),
        };
    }

    /// <summary>Words in what is quoted or folded.</summary>
    private static int NotOwnWords(AnalysedContribution contribution) => contribution.Extraction!.Passages
        .Where(passage => !passage.IsOwn && contribution.Texts.ContainsKey(passage.Document))
        .Sum(passage => WordCount.Of(passage.In(contribution.Texts[passage.Document])));

    /// <summary>Names are what contributors wrote, and some write an address there.</summary>
    private static Contributor Cleaned(Contributor contributor) => contributor with
    {
        Name = Labels.Clean(contributor.Name),
        Organisation = Labels.Clean(contributor.Organisation),
        OnBehalfOf = Labels.Clean(contributor.OnBehalfOf),
        Endorsers = [.. contributor.Endorsers.Select(Labels.Clean).OfType<string>()],
    };

    private static Outcome OutcomeOf(AnalysedContribution contribution) => contribution.Status switch
    {
        Status.Withdrawn => Outcome.Withdrawn,
        Status.Failed => Outcome.Failed,
        Status.Analysed when contribution is { Classification: not null, Extraction: not null } => Outcome.Included,
        _ => Outcome.Pending,
    };

    private static List<string> ProblemsOf(Extraction extraction) =>
        [.. extraction.Documents
            .Where(document => document.Problem is not null)
            .OrderBy(document => document.Number)
            .Select(document => $"document {document.Number}: {Labels.Clean(document.Problem)}")];

    internal static double Rounded(double score) =>
        double.IsFinite(score) ? Math.Round(Math.Clamp(score, 0, 1), 4) : 0;
}
