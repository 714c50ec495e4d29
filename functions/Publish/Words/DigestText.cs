using System.Text.Json;
using Intake.Receive;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Sentences of a digest that stand in several of its places: plain text, to be encoded by the format.</summary>
internal static class DigestText
{
    public static string Title(Digest digest) => $"Synthesis digest {Wording.Number(digest.Number)}";

    /// <summary>How far the quotes of a section stand for its contributions.</summary>
    public static string Coverage(int contributions, int withheld, IEnumerable<Quote> quotes)
    {
        if (contributions == 0)
            return "";
        var quoted = quotes.Select(quote => quote.Contribution).Distinct(StringComparer.Ordinal).Count();
        var withheldNote = withheld == 0 ? "" : $" The text of {Wording.Number(withheld)} is withheld.";
        return (contributions, quoted) switch
        {
            (1, 1) => "One contribution: the view of a single contributor.",
            (1, _) => $"One contribution, not quoted.{withheldNote}",
            _ when quoted == contributions => "All of them are quoted.",
            (_, 0) => $"None of them is quoted; the ledger lists them.{withheldNote}",
            _ => $"{Wording.Number(quoted)} of them {(quoted == 1 ? "is" : "are")} quoted; the ledger lists all.{withheldNote}",
        };
    }

    /// <summary>The label of a process, or why it does not get it. The words of the label stand nowhere else.</summary>
    public static string Label(Process process)
    {
        var failed = process.Checks.Where(check => !check.Passed).ToList();
        return (process.Checks.Count, failed.Count) switch
        {
            (0, _) => "The process was not checked.",
            (var all, 0) => $"The process passed all {Wording.Number(all)} checks and can be called open and inclusive.",
            (var all, var some) => $"The process failed {Wording.Number(some)} of {Wording.Number(all)} checks and does not bear the label of one that passes all: "
                + string.Join("; ", failed.Select(check => $"{Check(check.Kind).ToLowerInvariant()} – {check.Detail.TrimEnd('.')}")) + ".",
        };
    }

    public static string Check(ProcessCheckKind kind) => kind switch
    {
        ProcessCheckKind.Notice => "Days of notice",
        ProcessCheckKind.Channels => "Ways to contribute",
        ProcessCheckKind.Languages => "Languages",
        ProcessCheckKind.Meetings => "Meetings",
        ProcessCheckKind.Format => "Form of contributions",
        _ => "Stakeholder groups heard",
    };

    /// <summary>Why a contribution is not used or not quoted, and what of it could not be read.</summary>
    public static string Remarks(LedgerRow row) => string.Join("; ", ((string?[])
    [
        row.Removed is RemovalReason.Withdrawn or RemovalReason.Pending || row.Status is Receive.Status.Withdrawn or Receive.Status.Received ? null : row.Why,
        row.Late ? "late" : null,
        .. row.Problems ?? [],
    ]).OfType<string>());

    public static string Channel(Channel? channel) => channel switch
    {
        null => "not known",
        Receive.Channel.Email => "e-mail",
        Receive.Channel.Api => "API",
        { } other => Kebab(other),
    };

    /// <summary>As <see cref="Channel(Receive.Channel?)"/>, for a key of the participation's table.</summary>
    public static string ChannelKey(string key) =>
        Channel(Enum.TryParse<Channel>(key, ignoreCase: true, out var channel) ? channel : null);

    /// <summary>A number of days, from when something was first asked.</summary>
    public static string Age(DateTimeOffset since, Digest digest) => (int)(digest.Generated - since).TotalDays switch
    {
        <= 0 => "today",
        1 => "1 day ago",
        var days => $"{Wording.Number(days)} days ago",
    };

    public static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
