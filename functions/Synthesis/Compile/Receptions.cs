namespace Intake.Synthesis;

/// <summary>Accounts for every text received: what was removed, why, and what is left.</summary>
internal static class Receptions
{
    /// <param name="all">Counts of all contributions.</param>
    /// <param name="counted">Counts of those that count.</param>
    /// <param name="campaigns">What is counted once.</param>
    public static Reception Of(Tally all, Tally counted, Campaigns campaigns)
    {
        int Of(RemovalReason reason) => reason switch
        {
            RemovalReason.Superseded => all["superseded"],
            RemovalReason.Withdrawn => all[$"outcome|{Outcome.Withdrawn}"],
            RemovalReason.Unreadable => all[$"outcome|{Outcome.Failed}"],
            RemovalReason.Pending => all[$"outcome|{Outcome.Pending}"],
            RemovalReason.Empty => counted["empty"],
            _ => campaigns.Removed.Values.Count(removed => removed.Reason == reason),
        };
        var included = counted[$"outcome|{Outcome.Included}"] - counted["empty"];
        return new Reception(
            Enum.GetValues<Outcome>().Sum(outcome => all[$"outcome|{outcome}"]) + all["superseded"],
            [.. Enum.GetValues<RemovalReason>().Select(reason => new Removal(reason, Of(reason))).Where(removal => removal.Count > 0)],
            included,
            counted["late|included"],
            counted[$"in|{Tally.Withheld}"],
            campaigns.All,
            [.. campaigns.Removed
                .Where(removed => removed.Value.Reason == RemovalReason.Duplicate)
                .OrderBy(removed => removed.Key, StringComparer.Ordinal)
                .Select(removed => new Duplicate(removed.Key, removed.Value.CountedAs))]);
    }
}
