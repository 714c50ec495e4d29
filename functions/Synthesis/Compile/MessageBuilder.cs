using Intake.Positions;

namespace Intake.Synthesis;

/// <summary>Makes the messages of a digest from positions: who is for and against what, in their own words.</summary>
internal sealed class MessageBuilder(Speakers speakers, StatementQuotes quotes, LastDigest? last)
{
    /// <summary>Quotes of a message: two of each side, or four of one.</summary>
    private const int MostQuotes = 4;

    private readonly Dictionary<string, int> _before =
        (last?.Messages ?? []).ToDictionary(message => message.Id, message => message.Contributions, StringComparer.Ordinal);

    /// <summary>The messages on a theme: convergence, divergence, options, single views; the broadest first.</summary>
    /// <param name="theme">The theme's id; empty for what is outside the agenda.</param>
    /// <param name="of">Contributions on the theme.</param>
    public List<Message> On(string theme, int of) =>
        [.. PositionGroups.Group(StatementsOn(theme))
            .Select(position => MessageOf(position, theme, of))
            .OfType<Message>()
            .OrderBy(message => message.Kind)
            .ThenByDescending(message => speakers.Stated(message.SupportedBy.Concat(message.OpposedBy)).Count())
            .ThenByDescending(message => message.Supporting + message.Opposing)
            .ThenBy(message => message.Id, StringComparer.Ordinal)];

    /// <summary>Statements on a theme, but those about the process.</summary>
    public List<GroupableStatement> StatementsOn(string theme) =>
        [.. speakers.All.SelectMany(contribution => contribution.Statements
            .Where(statement => statement.Theme == theme && !statement.Said.Process)
            .Select(statement => new GroupableStatement(contribution.Id, statement.Said)))];

    private Message? MessageOf(Position position, string theme, int of)
    {
        // Who says both is counted with most of the others.
        var supportedBy = Contributions(position.Supporters);
        var opponents = position.Opponents.Where(statement => !supportedBy.Contains(statement.Contribution)).ToList();
        var opposedBy = Contributions(opponents);
        var perSide = opposedBy.Count > 0 ? MostQuotes / 2 : MostQuotes;
        List<Quote> chosen =
        [
            .. quotes.Choose(position.Central, position.Supporters, perSide, true),
            .. opponents.Count > 0 ? quotes.Choose(opponents.Contains(position.CentralOpponent!) ? position.CentralOpponent! : opponents[0], opponents, perSide, false) : [],
        ];

        // Only words with somebody's address in them: the ledger still has the contribution.
        if (chosen.Count == 0)
            return null;
        var id = $"{(theme.Length > 0 ? theme : "other")}-{MessageKey(position)}";
        var count = supportedBy.Union(opposedBy, StringComparer.Ordinal).Count();
        int? before = _before.TryGetValue(id, out var known) ? known : null;
        return new Message
        {
            Id = id,
            Kind = (supportedBy.Count, opposedBy.Count) switch
            {
                (_, > 0) => MessageKind.Divergence,
                (1, _) => MessageKind.SingleView,
                _ => speakers.Stated(supportedBy).Count() > 1 ? MessageKind.Convergence : MessageKind.Option,
            },
            Supporting = supportedBy.Count,
            Opposing = opposedBy.Count,
            Of = of,
            Breadth = BreadthOf(supportedBy.Count, opposedBy.Count, of),
            Supporters = speakers.Groups(supportedBy),
            Opponents = speakers.Groups(opposedBy),
            Addressees = [.. position.Supporters
                .Select(statement => statement.Statement.Addressee)
                .OfType<string>()
                .CountBy(addressee => addressee, StringComparer.Ordinal)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => pair.Key)],
            Quotes = chosen,
            SupportedBy = supportedBy,
            OpposedBy = opposedBy,
            CampaignLetters = speakers.LettersBeside(supportedBy.Union(opposedBy, StringComparer.Ordinal)),
            Change = before switch
            {
                null => MessageChange.New,
                _ when before < count => MessageChange.Grown,
                _ when before > count => MessageChange.Shrunk,
                _ => MessageChange.Same,
            },
            Before = before,
        };
    }

    private static Breadth BreadthOf(int supporting, int opposing, int of) => (supporting, of) switch
    {
        (1, _) when opposing == 0 => Breadth.One,
        _ when supporting >= of => Breadth.All,
        _ when 2 * supporting > of => Breadth.Most,
        _ when 3 * supporting > of => Breadth.Some,
        _ => Breadth.Few,
    };

    /// <summary>
    /// Of what was said first of it: it stays the same when others join. Not of a number, so that a digest compiled from
    /// nothing has the same.
    /// </summary>
    public string MessageKey(Position position)
    {
        var first = position.Supporters.Concat(position.Opponents)
            .OrderBy(statement => speakers[statement.Contribution].Received)
            .ThenBy(statement => statement.Contribution, StringComparer.Ordinal)
            .ThenBy(statement => statement.Statement.Document)
            .ThenBy(statement => statement.Statement.Start)
            .First();
        return Storage.Ids.Hash(first.Contribution, Boilerplate.Folded(quotes.StateOf(first).Text))[..8];
    }

    public static List<string> Contributions(IEnumerable<GroupableStatement> statements) =>
        [.. statements.Select(statement => statement.Contribution).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
