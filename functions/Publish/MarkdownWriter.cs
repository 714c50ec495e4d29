using System.Text;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Writes one digest. Whatever is not a literal here goes through <see cref="MarkdownText.Escape"/>.</summary>
internal sealed class MarkdownWriter(Digest digest, DigestLinks links)
{
    private readonly StringBuilder _text = new();
    private readonly IReadOnlyDictionary<string, int> _themeNumbers = DigestText.ThemeNumbers(digest);

    public string Write()
    {
        Cover();
        Glance();
        Participation();
        Questions();
        Themes();
        Changes();
        Method();
        Ledger();
        return _text.ToString();
    }

    private void Cover()
    {
        Line($"# {Block(digest.Call.Title)}", $"Synthesis digest {Wording.Number(digest.Number)}, compiled {Escape(Wording.Compiled(digest))}");
        List([.. DigestText.Cover(digest).Select(line => $"**{line.Label}:** {Escape(line.Value)}")]);
        Line($"**{Escape(digest.Method.ReadingNote)}**");
    }

    private void Glance()
    {
        Line("## At a glance");
        Table(
            ["Theme", "Contributions", "Stakeholder groups"],
            digest.Themes.Select(theme => (string[])
            [
                $"{Wording.Number(_themeNumbers[theme.Id])}. {Escape(theme.Title)}",
                Escape($"{Wording.Number(theme.Contributions)} of {Wording.Number(theme.Of)}"),
                Escape(Wording.Groups(theme.Groups)),
            ]));
    }

    private void Participation()
    {
        var participation = digest.Participation;
        Line("## Received and included");
        Table(["", "Contributions"], DigestText.Account(participation).Select(row => (string[])[row.Label, Wording.Number(row.Count)]));
        List([.. DigestText.AccountNotes(participation).Select(Block)]);
        Line("## Who took part");
        Shares("Stakeholder group", participation.Groups, Wording.Heading);
        Shares("Country", participation.Countries, Wording.Country);
        Shares("Language", participation.Languages, Wording.Language);
        Shares("Channel", participation.Channels, DigestText.ChannelKey);
        Line("### Who is missing", Block(DigestText.Unheard(participation)));
        if (participation.Expected.Count > 0)
        {
            Table(
                ["Stakeholder group", "Expected", "Received", "Missing"],
                participation.Expected.Select(row => (string[])
                [
                    Escape(Wording.Heading(row.Group)), Wording.Number(row.Expected), Wording.Number(row.Received), Wording.Number(row.Missing),
                ]));
        }
    }

    private void Shares(string what, IReadOnlyList<Share> shares, Func<string, string> name) => Table(
        [what, "Received", "Included", "Words"],
        shares.Select(share => (string[])
        [
            Escape(Wording.Capital(name(share.Key))), Wording.Number(share.Received), Wording.Number(share.Included), Wording.Number(share.Words),
        ]));

    private void Questions()
    {
        if (digest.Questions.Count == 0)
        {
            return;
        }

        Line("## Questions");
        foreach (var question in digest.Questions)
        {
            Line(
                $"### Question {Wording.Number(question.Number)}: {Wording.Status(question.Status)}",
                $"*{Block(question.Text)}*",
                Block(Wording.Of(question.Contributions, question.Of, question.Groups)) + ". " + Escape(DigestText.Coverage(question.Contributions, question.Withheld, question.Quotes)));
            Quotes(question.Quotes, question.Groups);
        }
    }

    private void Themes()
    {
        Line("## Themes");
        foreach (var theme in digest.Themes)
        {
            Line($"### {Wording.Number(_themeNumbers[theme.Id])}. {Escape(theme.Title)}");
            Section(theme.Contributions, theme.Of, theme.Groups, theme.Withheld, theme.Phrases, theme.Quotes);
        }

        if (digest.Outside is { } outside)
        {
            Line("### Outside the agenda", "On none of the themes and questions of the call.");
            Section(outside.Contributions, outside.Of, outside.Groups, outside.Withheld, outside.Phrases, outside.Quotes);
        }
    }

    private void Section(
        int contributions,
        int of,
        IReadOnlyList<GroupCount> groups,
        int withheld,
        IReadOnlyList<ThemePhrase> phrases,
        IReadOnlyList<Quote> quotes)
    {
        Line(Block(Wording.Of(contributions, of, groups)) + ". " + Escape(DigestText.Coverage(contributions, withheld, quotes)));
        if (phrases.Count > 0)
        {
            Line("**Key phrases** (with the number of contributions): "
                + string.Join(", ", phrases.Select(phrase => $"{Escape(phrase.Text)} ({Wording.Number(phrase.Contributions)})")));
        }

        Quotes(quotes, groups);
    }

    private void Quotes(IReadOnlyList<Quote> quotes, IReadOnlyList<GroupCount> groups)
    {
        foreach (var group in groups)
        {
            var own = quotes.Where(quote => quote.Group == group.Group).ToList();
            if (own.Count > 0)
            {
                Line($"#### {Escape(Wording.Heading(group.Group))} ({Wording.Number(group.Contributions)})");
            }

            foreach (var quote in own)
            {
                Line($"> {Block(quote.Text)}\n>\n> — {Escape(quote.Contributor)}, {Wording.InLanguage(quote.Language)}: "
                    + $"[{Escape(Wording.Reference(quote))}](<{links.Text(quote)}>)");
            }
        }
    }

    private void Changes()
    {
        Line(digest.Changes.Since is { } since ? $"## What changed since digest {Wording.Number(since)}" : "## What changed");
        List([.. DigestText.Changes(digest).Select(Block)]);
    }

    private void Method()
    {
        Line("## Method and limits");
        List([.. DigestText.Method(digest).Select(Block)]);
    }

    private void Ledger()
    {
        Line("## Ledger", "Every contribution received, in the order of arrival, and where this digest uses it.");
        Table(
            ["Reference", "Contributor", "Group", "Country", "Language", "Channel", "Received", "Status", "Used in", "Quotes", "Remarks"],
            digest.Ledger.Rows.Select(row => (string[])
            [
                Escape(row.Contribution) + (row.Revision > 1 ? $" (revision {Wording.Number(row.Revision)})" : ""),
                Escape(row.Contributor),
                Escape(Wording.Group(row.Group)),
                Escape(Wording.Country(row.Country)),
                Escape(Wording.Language(row.Language)),
                Escape(DigestText.Channel(row.Channel)),
                Wording.Day(row.Received, digest),
                DigestText.Status(row.Status),
                Escape(DigestText.UsedIn(row, _themeNumbers)),
                Wording.Number(row.Quotes),
                Escape(DigestText.Remarks(row)),
            ]));
    }

    /// <summary>Blocks, each with a blank line after it.</summary>
    private void Line(params IEnumerable<string> blocks)
    {
        foreach (var block in blocks)
        {
            _text.Append(block.TrimEnd(' ')).Append("\n\n");
        }
    }

    private void List(IReadOnlyList<string> items)
    {
        foreach (var item in items)
        {
            _text.Append("- ").Append(item).Append('\n');
        }

        _text.Append(items.Count > 0 ? "\n" : "");
    }

    /// <summary>Cells are escaped by the caller, pipes included.</summary>
    private void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        _text.Append("| ").AppendJoin(" | ", head).Append(" |\n");
        _text.Append('|').Insert(_text.Length, " --- |", head.Count).Append('\n');
        foreach (var row in rows)
        {
            _text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        _text.Append('\n');
    }

    /// <summary>For what stands within a line.</summary>
    private static string Escape(string? text) => MarkdownText.Escape(text);

    /// <summary>For what begins a line.</summary>
    private static string Block(string text) => MarkdownText.Escape(text, startsLine: true);
}
