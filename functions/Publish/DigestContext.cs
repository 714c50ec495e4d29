using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>A digest on its way into a report, with what its sections look up in each other.</summary>
internal sealed class DigestContext
{
    /// <param name="correct">What leads to a correction; in English if null.</param>
    public DigestContext(Digest digest, DigestLinks links, Span? correct = null)
    {
        (Digest, Links) = (digest, links);
        _correct = correct ?? new Span("Is your view missing or wrong here?");
        ThemeNumbers = digest.Themes
            .Select((theme, index) => (theme.Id, Number: index + 1))
            .DistinctBy(pair => pair.Id)
            .ToDictionary(pair => pair.Id, pair => pair.Number, StringComparer.Ordinal);
        Messages = digest.AllMessages().Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
    }

    private readonly Span _correct;

    public Digest Digest { get; }

    public DigestLinks Links { get; }

    /// <summary>From 1, by the theme's id.</summary>
    public IReadOnlyDictionary<string, int> ThemeNumbers { get; }

    /// <summary>Ids of the messages of this digest.</summary>
    public IReadOnlySet<string> Messages { get; }

    public static string ThemeAnchor(int number) => $"theme-{number}";

    /// <summary><c>2. Financing</c>, linked; what lies outside the agenda has no number.</summary>
    public Line Theme(string id) => ThemeNumbers.TryGetValue(id, out var number)
        ? [new Span($"{Wording.Number(number)}. ", Link: $"#{ThemeAnchor(number)}"), new Span(Digest.Themes[number - 1].Title, SpanKind.Foreign, "und", $"#{ThemeAnchor(number)}")]
        : Line.Linked("Outside the agenda", "#outside");

    /// <summary>Where a contributor says that a view is missing or wrong.</summary>
    public Line Correct(string? message) => [_correct with { Link = Links.Correct(message) }];

    public Line Contribution(string id) => Line.Linked(id, Links.Contribution(id));

    /// <summary>The message here; one that is not, or no longer, here by its id.</summary>
    public Line Message(string id) => Messages.Contains(id) ? Line.Linked(id, $"#{DigestLinks.MessageAnchor(id)}") : id;

    /// <summary>Up to so many, and how many more.</summary>
    public static Line Some(IReadOnlyList<string> ids, int count, int shown, Func<string, Line> line)
    {
        var some = Line.Join(", ", ids.Take(shown).Select(line));
        return count > shown && ids.Count > 0 ? some + $" and {Wording.Number(count - Math.Min(shown, ids.Count))} more" : some;
    }
}
