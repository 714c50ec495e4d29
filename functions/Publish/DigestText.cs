using System.Text.Json;
using Intake.Receive;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What every readable format says in the same words: plain text, to be encoded by the format.</summary>
internal static class DigestText
{
    /// <summary>Ids named in a line on changes; the ledger has them all.</summary>
    private const int IdsNamed = 20;

    public static IReadOnlyList<(string Label, string Value)> Cover(Digest digest)
    {
        var participation = digest.Participation;
        var lines = new List<(string, string)>
        {
            ("Call", $"{digest.Call.Id}, {Kebab(digest.Call.Stage)} stage, open from {Wording.Time(digest.Call.Opens, digest)} to {Wording.Time(digest.Call.Closes, digest)}"),
            ("Digest", $"No. {Wording.Number(digest.Number)}, {Wording.Standing(digest)}"),
            ("Period", $"{Wording.Time(digest.Period.From, digest)} to {Wording.Time(digest.Period.To, digest)}"),
            ("Rests on", $"{Wording.Contributions(participation.Included)} of {Wording.Number(participation.Received)} received, {Wording.Number(participation.Words)} words"),
        };
        if (digest.ScheduledFor is { } scheduled && digest.Generated - scheduled >= TimeSpan.FromMinutes(1))
        {
            lines.Add(("Scheduled for", Wording.Time(scheduled, digest)));
        }

        return lines;
    }

    /// <summary>Rows that add up: the first is the sum of the others.</summary>
    public static IReadOnlyList<(string Label, int Count)> Account(Participation participation) =>
    [
        ("Received", participation.Received),
        ("Included in this digest", participation.Included),
        ("Still being processed", participation.Pending),
        ("Could not be read", participation.Failed),
        ("Withdrawn", participation.Withdrawn),
    ];

    /// <summary>What the account's rows contain, where there is something to say.</summary>
    public static IReadOnlyList<string> AccountNotes(Participation participation)
    {
        var notes = new List<string>();
        void Add(int count, string one, string several)
        {
            if (count > 0)
            {
                notes.Add($"{Wording.Number(count)} {(count == 1 ? one : several)}");
            }
        }

        Add(participation.Revised, "included contribution was revised; its latest revision counts.", "included contributions were revised; their latest revisions count.");
        Add(participation.Late, "contribution came after the call had closed.", "contributions came after the call had closed.");
        Add(participation.Withheld, "included contribution is withheld: counted, but neither quoted nor shown in key phrases.", "included contributions are withheld: counted, but neither quoted nor shown in key phrases.");
        Add(participation.Outside, "included contribution is about none of the themes and questions of the call.", "included contributions are about none of the themes and questions of the call.");
        return notes;
    }

    public static string Unheard(Participation participation) => participation.Unheard.Count == 0
        ? "Every stakeholder group was heard."
        : $"Nothing was received from: {string.Join(", ", participation.Unheard.Select(Wording.Group))}.";

    /// <summary>How far the quotes of a section stand for its contributions.</summary>
    public static string Coverage(int contributions, int withheld, IReadOnlyList<Quote> quotes)
    {
        if (contributions == 0)
        {
            return "";
        }

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

    public static IReadOnlyList<string> Changes(Digest digest)
    {
        var changes = digest.Changes;
        if (changes.Since is not { } since)
        {
            return ["This is the first digest of the call."];
        }

        List<string> lines =
        [
            .. Line("New", changes.New),
            .. Line("Revised", changes.Revised),
            .. Line("Withdrawn", changes.Withdrawn),
            .. Line("Included now, after being processed", changes.Included),
            .. Line("Could not be read", changes.Failed),
        ];
        return lines.Count == 0 ? [$"Nothing, since digest {Wording.Number(since)}."] : lines;
    }

    public static IReadOnlyList<string> Method(Digest digest)
    {
        var method = digest.Method;
        return
        [
            $"Key phrases: {Wording.Engine(method.PhraseEngines)}. Themes and questions: {Wording.Engine(method.ThemeEngines)}.",
            $"{Wording.Number(method.Quotes)} quotes, {Wording.Number(method.QuotesChecked)} of them compared with the stored text, character for character.",
            .. method.Notes,
        ];
    }

    /// <summary>Where the ledger says a contribution is used, by the numbers of the sections.</summary>
    public static string UsedIn(LedgerRow row, IReadOnlyDictionary<string, int> themeNumbers)
    {
        var themes = row.UsedIn.Where(themeNumbers.ContainsKey).Select(topic => Wording.Number(themeNumbers[topic])).ToList();
        var questions = row.UsedIn.Where(topic => !themeNumbers.ContainsKey(topic)).ToList();
        return string.Join("; ", ((string[])
        [
            themes.Count == 0 ? "" : $"{(themes.Count == 1 ? "theme" : "themes")} {string.Join(", ", themes)}",
            questions.Count == 0 ? "" : string.Join(", ", questions),
        ]).Where(part => part.Length > 0));
    }

    public static IReadOnlyDictionary<string, int> ThemeNumbers(Digest digest) => digest.Themes
        .Select((theme, index) => (theme.Id, Number: index + 1))
        .DistinctBy(pair => pair.Id)
        .ToDictionary(pair => pair.Id, pair => pair.Number, StringComparer.Ordinal);

    /// <summary>Why a contribution is not used or not quoted, and what of it could not be read; its status says the rest.</summary>
    public static string Remarks(LedgerRow row) => string.Join("; ", ((string?[])
    [
        row.Status is Receive.Status.Withdrawn or Receive.Status.Received ? null : row.Why,
        row.Late ? "late" : null,
        .. row.Problems ?? [],
    ]).OfType<string>());

    public static string Status(Status status) => status switch
    {
        Receive.Status.Analysed => "included",
        Receive.Status.Failed => "failed",
        Receive.Status.Withdrawn => "withdrawn",
        _ => "being processed",
    };

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

    private static IEnumerable<string> Line(string label, ChangeList changed)
    {
        if (changed.Count > 0)
        {
            var more = changed.Count > IdsNamed ? $" and {Wording.Number(changed.Count - IdsNamed)} more" : "";
            yield return $"{label}: {Wording.Contributions(changed.Count)} ({string.Join(", ", changed.Contributions.Take(IdsNamed))}{more}).";
        }
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
