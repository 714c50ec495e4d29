namespace Intake.Synthesis;

/// <summary>Chooses the messages of the page in brief: those that most stakeholder groups stand behind, whatever their number.</summary>
internal static class BriefMessages
{
    private const int Most = 7;
    private const int Fewest = 3;

    /// <summary>Of one theme, as long as others have something to say.</summary>
    private const int OfOneTheme = 2;

    public static List<BriefMessage> Of(IEnumerable<(string Theme, Message Message)> messages)
    {
        var ranked = messages
            .Select(pair => (pair.Theme, pair.Message, Groups: GroupsOf(pair.Message)))
            .OrderByDescending(pair => pair.Groups.Count(group => group != GroupKey.NotStated))
            .ThenBy(pair => pair.Message.Kind)
            .ThenByDescending(pair => pair.Message.Supporting + pair.Message.Opposing)
            .ThenBy(pair => pair.Message.Id, StringComparer.Ordinal)
            .ToList();

        // What several contributors say; single views only where there is hardly anything else.
        var shared = ranked.FindAll(pair => pair.Message.Kind != MessageKind.SingleView);
        var chosen = shared.GroupBy(pair => pair.Theme, StringComparer.Ordinal)
            .SelectMany(theme => theme.Take(OfOneTheme))
            .OrderBy(shared.IndexOf)
            .Take(Most)
            .ToList();
        chosen.AddRange(ranked.Where(pair => !chosen.Contains(pair)).Take(Math.Max(0, Fewest - chosen.Count)));
        return chosen.ConvertAll(pair => new BriefMessage(
            pair.Message.Id, pair.Theme, pair.Message.Kind, pair.Message.Quotes[0], pair.Groups, pair.Message.Supporting, pair.Message.Opposing, pair.Message.Of));
    }

    private static List<string> GroupsOf(Message message) =>
        [.. message.Supporters.Concat(message.Opponents).Select(group => group.Group).Distinct(StringComparer.Ordinal).OrderBy(GroupKey.Order)];
}
