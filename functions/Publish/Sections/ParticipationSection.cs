using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Who took part, and who is missing.</summary>
internal static class ParticipationSection
{
    public static Section Of(DigestContext context)
    {
        var participation = context.Digest.Participation;
        var blocks = new List<Block>();
        if (participation.Loudest is { } loudest)
        {
            blocks.Add(new Paragraph(
                "One voice has more than a fifth of all words: " + Line.Foreign(loudest.Contributor)
                + $", {Wording.Number(loudest.Words)} of {Wording.Number(loudest.Of)} words ({Wording.Percent(loudest.Words, loudest.Of)}) in {Wording.Contributions(loudest.Contributions)}.",
                IsNote: true));
        }

        blocks.AddRange(Shares("groups", "Stakeholder group", participation.Groups, Wording.Heading, participation, isDrawn: true));
        blocks.AddRange(Shares("regions", "Region", participation.Regions, Wording.Region, participation, isDrawn: true));
        blocks.AddRange(Shares("development", "Development status of the country", participation.Development, Wording.Key, participation));
        blocks.AddRange(Shares("countries", "Country", participation.Countries, Wording.Country, participation));
        blocks.AddRange(Shares("entities", "Organisation or individual", participation.Entities, Wording.Key, participation));
        blocks.AddRange(Shares("channels", "Channel", participation.Channels, DigestText.ChannelKey, participation));
        blocks.AddRange(Shares("languages", "Language", participation.Languages, Wording.Language, participation));
        blocks.AddRange(Endorsers(participation));
        blocks.Add(MissingSection.Of(context));
        return new Section("participation", "Who took part", blocks);
    }

    private static IEnumerable<Block> Shares(
        string id, string what, IReadOnlyList<Share> shares, Func<string, string> name, Participation participation, bool isDrawn = false)
    {
        if (shares.Count == 0)
            yield break;
        var most = shares.Max(share => share.Received);
        var table = new Table(
            id, $"Contributions by {what.ToLowerInvariant()}",
            [new(what, Weight: 3), new("Received", IsNumber: true), new("Included", IsNumber: true), new("Share", IsNumber: true), new("Words", IsNumber: true), new("Share of words", IsNumber: true)],
            shares.Select(share => (IReadOnlyList<Cell>)
            [
                new((Line)Wording.Capital(name(share.Key)), Bar: isDrawn ? Bars.Length(share.Received, most) : null),
                share.Received,
                share.Included,
                Wording.Percent(share.Included, participation.Included),
                share.Words,
                Wording.Percent(share.Words, participation.Words),
            ]));
        yield return isDrawn
            ? new Chart(
                () => BarChart.Draw(
                    $"chart-{id}", $"Contributions by {what.ToLowerInvariant()}", ["included", "received, not included"],
                    [.. shares.Select(share => new BarRow(Wording.Capital(name(share.Key)), [share.Included, share.Received - share.Included]))]),
                table)
            : table;
    }

    private static IEnumerable<Block> Endorsers(Participation participation)
    {
        if (participation.Endorsements == 0)
            yield break;
        yield return new Paragraph(
            $"Endorsers are apart from contributors: the included contributions bear {Wording.Number(participation.Endorsements)} "
            + $"{(participation.Endorsements == 1 ? "endorsement" : "endorsements")}, and none of them is counted as a contribution.");
        if (participation.Endorsers.Count > 0)
        {
            yield return new Fold(
                $"Endorsers of contributions that are public with names ({Wording.Number(participation.Endorsers.Count)})",
                [new Paragraph(Line.Join("; ", participation.Endorsers.Select(name => Line.Foreign(name))))]);
        }
    }
}
