namespace Intake.Synthesis;

/// <summary>
/// Chooses the quotes of a digest: every stakeholder group that spoke gets one, first one of each contribution and then
/// a second, and those who are quoted already stand back a little.
/// </summary>
internal sealed class QuoteSelection(DigestOptions options)
{
    private readonly Dictionary<string, int> _timesQuoted = new(StringComparer.Ordinal);
    private readonly HashSet<(string Contribution, int Document, int Start, int End)> _printed = [];

    /// <summary>How often a contribution is quoted so far.</summary>
    public int TimesQuoted(string contribution) => _timesQuoted.GetValueOrDefault(contribution);

    public List<Quote> Choose(string topic, IEnumerable<ContributionState> contributions, int perGroup) =>
        [.. contributions
            .GroupBy(contribution => GroupKey.Of(contribution.Contributor.StakeholderGroup))
            .OrderBy(group => GroupKey.Order(group.Key))
            .SelectMany(group => OfGroup(topic, [.. group], perGroup))];

    private List<Quote> OfGroup(string topic, List<ContributionState> contributions, int limit)
    {
        var quotes = new List<Quote>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        var offers = contributions
            .Select(contribution => (contribution, candidates: contribution.Candidates
                .Select(candidate => (candidate, score: ScoreOf(contribution, candidate, topic)))
                .Where(pair => pair.score > 0)
                .OrderByDescending(pair => pair.score)
                .ThenBy(pair => pair.candidate.Passage)
                .ThenBy(pair => pair.candidate.Start)
                .ToList()))
            .Where(offer => offer.candidates.Count > 0)
            .OrderByDescending(offer => offer.candidates[0].score)
            .ThenBy(offer => offer.contribution.Received)
            .ThenBy(offer => offer.contribution.Id, StringComparer.Ordinal)
            .ToList();
        for (var round = 0; round < options.QuotesPerContribution; round++)
        {
            foreach (var (contribution, candidates) in offers.TakeWhile(_ => quotes.Count < limit))
            {
                // Of equal words within a group (a campaign, a joint letter sent by each) one quote is enough.
                var next = candidates.FindIndex(pair => !said.Contains(Boilerplate.Folded(pair.candidate.Text)));
                if (next < 0)
                {
                    continue;
                }

                var candidate = candidates[next].candidate;
                said.Add(Boilerplate.Folded(candidate.Text));
                quotes.Add(Quotation.Of(contribution, (candidate.Document, candidate.Passage, candidate.Start), candidate.Text, candidate.Language, candidate.Excerpt));
            }
        }

        foreach (var quote in quotes)
        {
            _timesQuoted[quote.Contribution] = TimesQuoted(quote.Contribution) + 1;
            _printed.Add((quote.Contribution, quote.Document, quote.Start, quote.End));
        }

        return quotes;
    }

    private double ScoreOf(ContributionState contribution, Candidate candidate, string topic)
    {
        var score = candidate.Topics.FirstOrDefault(about => about.Topic == topic)?.Score;
        var again = _printed.Contains((contribution.Id, candidate.Document, candidate.Start, candidate.End)) ? 0.5 : 1;

        // Zero would mean "not about it": what is faintly about a topic is still about it.
        return score is { } value ? (0.01 + value) * again / (1 + (0.2 * TimesQuoted(contribution.Id))) : 0;
    }
}
