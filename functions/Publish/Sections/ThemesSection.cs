using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>What was said on each theme, in agenda order, and outside the agenda.</summary>
internal static class ThemesSection
{
    private static readonly MessageKind[] Kinds = Enum.GetValues<MessageKind>();

    public static Section Of(DigestContext context)
    {
        var digest = context.Digest;
        var blocks = new List<Block>
        {
            new Paragraph(
                "Each message is in the words of contributors; nothing is paraphrased. One, few, some, most and all are of the contributions on the theme: few up to a third, some up to a half, most more than half. "
                + context.Correct(null)),
        };
        if (digest.Themes.Count > 0)
        {
            var map = Grid.Of(
                "theme-groups", "Contributions on each theme, by stakeholder group", "Theme",
                [.. digest.Themes.Select((theme, index) => new GridRow(
                    $"{Wording.Number(index + 1)}. {theme.Title}", $"#{DigestContext.ThemeAnchor(index + 1)}", theme.Groups, theme.Contributions))]);
            blocks.Add(new Chart(() => GridChart.Draw("chart-theme-groups", map), map.Table()));
            blocks.Add(Split(digest));
        }

        blocks.AddRange(digest.Themes.Select((theme, index) => Of(theme, index + 1, context)));
        if (digest.Outside is { } outside)
        {
            blocks.Add(new Section("outside", "Outside the agenda",
            [
                new Paragraph($"On none of the themes and questions of the call: {Wording.Of(outside.Contributions, outside.Of, outside.Groups)}. {DigestText.Coverage(outside.Contributions, outside.Withheld, Quotes(outside.Messages, outside.Quotes))}"),
                .. Body("outside", outside.Phrases, outside.Messages, outside.Quotes, outside.Groups, context),
            ]));
        }

        return new Section("themes", "Themes", blocks);
    }

    private static Section Of(ThemeSection theme, int number, DigestContext context) => new(
        DigestContext.ThemeAnchor(number),
        $"{Wording.Number(number)}. " + Line.Foreign(theme.Title),
        [
            new Paragraph($"{Wording.Of(theme.Contributions, theme.Of, theme.Groups)}. {DigestText.Coverage(theme.Contributions, theme.Withheld, Quotes(theme.Messages, theme.Quotes))}"),
            .. Body(DigestContext.ThemeAnchor(number), theme.Phrases, theme.Messages, theme.Quotes, theme.Groups, context),
        ]);

    private static IEnumerable<Block> Body(
        string anchor, IReadOnlyList<ThemePhrase> phrases, IReadOnlyList<Message> messages, IReadOnlyList<Quote> quotes,
        IReadOnlyList<GroupCount> groups, DigestContext context)
    {
        if (phrases.Count > 0)
            yield return new Tags("Key phrases, with the number of contributions", [.. phrases.Select(phrase => (Line.Foreign(phrase.Text, phrase.Language), phrase.Contributions))]);
        foreach (var kind in Kinds)
        {
            var own = messages.Where(message => message.Kind == kind).ToList();
            if (own.Count > 0)
                yield return MessageCards.Of($"{anchor}-{DigestText.Kebab(kind)}", kind, own, context);
        }

        if (quotes.Count > 0)
        {
            yield return new Section(
                $"{anchor}-voices", "Further voices",
                [new Paragraph("Of contributions that no message quotes."), .. CitationOf.ByGroup(quotes, groups, context)]);
        }
    }

    private static IEnumerable<Quote> Quotes(IReadOnlyList<Message> messages, IReadOnlyList<Quote> quotes) =>
        messages.SelectMany(message => message.Quotes).Concat(quotes);

    private static Chart Split(Digest digest)
    {
        var rows = digest.Themes.Select((theme, index) => (
            Name: $"{Wording.Number(index + 1)}. {theme.Title}",
            Counts: (IReadOnlyList<int>)[.. Kinds.Select(kind => theme.Messages.Count(message => message.Kind == kind))])).ToList();
        var most = rows.Max(row => row.Counts.Sum());
        return new Chart(
            () => BarChart.Draw(
                "chart-messages", "Messages of each theme, by kind", [.. Kinds.Select(kind => MessageText.Kinds(kind).ToLowerInvariant())],
                [.. rows.Select(row => new BarRow(row.Name, row.Counts))]),
            new Table(
                "theme-messages", "Messages of each theme, by kind",
                [new("Theme", Weight: 4), .. Kinds.Select(kind => new Column(MessageText.Kinds(kind), IsNumber: true)), new("All", IsNumber: true)],
                rows.Select(row => (IReadOnlyList<Cell>)
                [
                    new(Line.Foreign(row.Name), Bar: Bars.Length(row.Counts.Sum(), most)), .. row.Counts.Select(count => (Cell)count), row.Counts.Sum(),
                ])));
    }
}
