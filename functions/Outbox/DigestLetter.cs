using Intake.Publish;
using Intake.Synthesis;

namespace Intake.Outbox;

/// <summary>The mail that brings a digest: one page, with the Word document attached and links to the rest.</summary>
internal static class DigestLetter
{
    /// <summary>Bytes; many mailboxes refuse mails from 10 MB on, and base64 makes four of three.</summary>
    public const int LargestAttachment = 7_000_000;

    private const string Style =
        "body{font:16px/1.5 Georgia,serif;max-width:42em;margin:1em auto;padding:0 1em}h1{font-size:1.5em}h2{font-size:1.2em;border-top:2px solid #0b5394;padding-top:.5em}"
        + "h3{font:600 1em Arial,sans-serif;margin-bottom:.3em}figure{margin:.5em 0;padding:.5em 1em;border-left:3px solid #0b5394}blockquote{margin:0}blockquote p{margin:0}"
        + "figcaption,dl,table{font:.9em/1.4 Arial,sans-serif}dt{float:left;margin-right:.5em}dt:after{content:':'}dd{margin:0}th,td{text-align:left;padding:.15em 1em .15em 0;font-weight:400}";

    /// <param name="site">Where Intake is reached.</param>
    /// <param name="word">The digest as a Word document; linked and not attached when it is too large for mail.</param>
    public static Letter Of(Digest digest, Uri site, ReadOnlyMemory<byte> word)
    {
        var links = new DigestLinks(digest, site);
        var context = new DigestContext(digest, links);
        var isAttached = word.Length is > 0 and <= LargestAttachment;
        IReadOnlyList<Block> blocks =
        [
            new Publish.Paragraph(Line.Linked($"Digest {Wording.Number(digest.Number)}", links.Page)
                + $" of this call is out ({Wording.Standing(digest)}). {(isAttached ? "It is attached as a Word document." : "It is too large to be attached; the links lead to it.")}"),
            .. CoverBlocks.Of(context),
            BriefSection.Of(context),
            new Section("numbers", "In numbers", [Numbers(digest), new Publish.Paragraph(DigestText.Label(digest.Process))]),
        ];
        var title = CleanText.Line(digest.Call.Title);
        var html = new HtmlWriter(isNumbered: false, leads: Leads).Write(blocks);
        return new Letter(
            CleanText.Line($"{digest.Call.Title}: digest {digest.Number}"),
            $"{title}\n\n{new PlainWriter(Leads).Write(blocks)}",
            $"<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<meta charset=\"utf-8\">\n<title>{HtmlWriter.Encode(title)}</title>\n<style>{Style}</style>\n<body>\n<h1 dir=\"auto\">{HtmlWriter.Encode(title)}</h1>\n{html}</body>\n</html>\n",
            IsAnswer: false,
            "en",
            isAttached ? new LetterFile(PublicationFiles.Name(digest.Call.Id, digest.Number, new DigestWord()), new DigestWord().ContentType, word) : null);

        // Sections are on the digest's page, not in the mail.
        string Leads(string link) => link switch
        {
            ['#', 'm', '-', .. var message] => links.Message(digest.Number, message),
            ['#', ..] => links.Page + link,
            _ => link,
        };
    }

    private static Facts Numbers(Digest digest) => new(
    [
        ("Received", $"{Wording.Number(digest.Reception.Received)} texts, {Wording.Contributions(digest.Participation.Received)}"),
        ("Included", Wording.Contributions(digest.Reception.Included)),
        ("Stakeholder groups", string.Join(", ", digest.Participation.Groups.Select(share => $"{Wording.Group(share.Key)} {Wording.Number(share.Included)}"))),
        ("Questions", $"{Wording.Number(digest.Questions.Count(question => question.Status == QuestionStatus.Answered))} of {Wording.Number(digest.Questions.Count)} answered"),
        ("Messages", string.Join(", ", digest.AllMessages().CountBy(message => message.Kind).OrderBy(pair => pair.Key)
            .Select(pair => $"{MessageText.Kinds(pair.Key).ToLowerInvariant()} {Wording.Number(pair.Value)}"))),
    ]);
}
