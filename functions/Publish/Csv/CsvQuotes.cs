using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>Every quote that is printed, with where it is printed.</summary>
internal static class CsvQuotes
{
    private sealed record Row(string Section, string? Of, Quote Quote);

    public static CsvFile Of(Digest digest, DigestLinks links) => CsvFile.Of(
        "quotes.csv", Rows(digest),
        ("section", "message, theme, outside, question or request", row => row.Section),
        ("of", "Id of the message, theme or request, or the question's number", row => row.Of),
        ("contribution", "The contribution's reference", row => row.Quote.Contribution),
        ("revision", "Its revision", row => row.Quote.Revision),
        ("document", "Number of the document, from 1", row => row.Quote.Document),
        ("passage", "Number of the passage", row => row.Quote.Passage),
        ("start", "First UTF-16 unit in the document's text", row => row.Quote.Start),
        ("end", "One past the last", row => row.Quote.End),
        ("excerpt", "Whether the passage says more", row => row.Quote.Excerpt),
        ("supports", "In a message: true for it, false against it", row => row.Quote.Supports),
        ("contributor", "As they asked to be named", row => row.Quote.Contributor),
        ("group", "Stakeholder group", row => row.Quote.Group),
        ("language", "BCP 47 tag, or und", row => row.Quote.Language),
        ("text", "Verbatim; with an apostrophe before it where a spreadsheet would take it for a formula", row => row.Quote.Text),
        ("link", "The passage in the public record", row => links.Passage(row.Quote)));

    private static IEnumerable<Row> Rows(Digest digest) =>
    [
        .. CsvFiles.Messages(digest).SelectMany(row => row.Message.Quotes.Select(quote => new Row("message", row.Message.Id, quote))),
        .. digest.Themes.SelectMany(theme => theme.Quotes.Select(quote => new Row("theme", theme.Id, quote))),
        .. (digest.Outside?.Quotes ?? []).Select(quote => new Row("outside", null, quote)),
        .. digest.Questions.SelectMany(question => question.Quotes.Select(quote => new Row("question", $"{question.Number}", quote))),
        .. digest.Requests.SelectMany(request => request.Quotes.Select(quote => new Row("request", request.Id, quote))),
    ];
}
