using Intake.Positions;

namespace Intake.Synthesis;

/// <summary>Quotes statements: finds the text of each again, and chooses the few that speak for a side.</summary>
internal sealed class StatementQuotes
{
    private readonly Speakers _speakers;
    private readonly Dictionary<(string Contribution, int Document, int Start), StatementState> _states;

    public StatementQuotes(Speakers speakers)
    {
        _speakers = speakers;
        _states = speakers.All
            .SelectMany(contribution => contribution.Statements.Select(statement => (contribution.Id, statement)))
            .DistinctBy(pair => (pair.Id, pair.statement.Said.Document, pair.statement.Said.Start))
            .ToDictionary(pair => (pair.Id, pair.statement.Said.Document, pair.statement.Said.Start), pair => pair.statement);
    }

    public StatementState StateOf(GroupableStatement statement) =>
        _states[(statement.Contribution, statement.Statement.Document, statement.Statement.Start)];

    /// <summary>The central one first, then others of groups that have not spoken, the firmest first; no words twice.</summary>
    public List<Quote> Choose(GroupableStatement central, IEnumerable<GroupableStatement> side, int limit, bool? supports)
    {
        var quotes = new List<Quote>();
        var words = new HashSet<string>(StringComparer.Ordinal);
        var spoken = new HashSet<string>(StringComparer.Ordinal);
        var others = side.Where(statement => statement != central)
            .OrderByDescending(statement => statement.Statement.Strength)
            .ThenBy(statement => statement.Contribution, StringComparer.Ordinal)
            .ThenBy(statement => statement.Statement.Document)
            .ThenBy(statement => statement.Statement.Start)
            .ToList();
        List<GroupableStatement> offers = [central, .. others];
        foreach (var newGroupsOnly in new[] { true, false })
        {
            foreach (var offer in offers.Where(offer => StateOf(offer).CanBeQuoted))
            {
                var group = GroupKey.Of(_speakers[offer.Contribution].Contributor.StakeholderGroup);
                if (quotes.Count == limit || (newGroupsOnly && spoken.Contains(group))
                    || quotes.Exists(quote => quote.Contribution == offer.Contribution)
                    || !words.Add(Boilerplate.Folded(StateOf(offer).Text)))
                    continue;
                spoken.Add(group);
                var (said, contribution) = (StateOf(offer), _speakers[offer.Contribution]);
                quotes.Add(Quotation.Of(contribution, (said.Said.Document, said.Said.Passage, said.Said.Start), said.Text, said.Said.Language, said.Excerpt, supports));
            }
        }

        return quotes;
    }
}
