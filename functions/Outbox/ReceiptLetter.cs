using Intake.Calls;
using Intake.Extract;
using Intake.Pages.Forms;
using Intake.Receive;
using Intake.Storage;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>
/// Writes receipts, in the language of what was sent: the reference, what was read and what could not be, and the private
/// link.
/// </summary>
public sealed class ReceiptLetter(AnalysisStore analysis, Receipts receipts, IOptions<AppOptions> app)
{
    internal async Task<LetterPart> WriteAsync(Call call, ContributionRow revision, CancellationToken cancellation)
    {
        var read = await analysis.ExtractionAsync(revision.Id, revision.Revision, cancellation);
        var texts = LetterTexts.Of(LanguageOf(revision, read));
        var said = texts.Receipt;
        var body = new LetterBody(texts)
            .Say(revision.Revision > 1 ? said.Revision : said.First, ("title", call.Title), ("revision", texts.Number(revision.Revision)))
            .Break()
            .Note(said.Reference, ("reference", revision.Id))
            .Note(said.Received, ("time", texts.At(revision.Revised, call.TimeZone)));
        if (revision.Late)
            body.Note(said.Late);

        body.Break().Say(said.Documents);
        foreach (var (index, document) in revision.Documents.Index())
            Document(body, texts, document, read?.Documents.FirstOrDefault(one => one.Number == index + 1));

        if (revision.Mail is { Problems.Count: > 0 } mail)
        {
            body.Break().Say(said.Mail);
            foreach (var problem in mail.Problems)
                body.Item("{problem}", ("problem", DocumentProblem.Said(problem, texts)));
        }

        var receipt = await receipts.OfAsync(call.Id, revision.Id, cancellation);
        body.Break()
            .Say(said.Link)
            .Link($"{app.Value.PublicAddress}{ReceiptLink.Path(call.Id, revision.Id)}?{ReceiptLink.Parameter}={receipt}")
            .Say(said.Private)
            .Break()
            .Say(said.NotYou);
        var subject = LetterBody.Fill(said.Subject, ("title", call.Title), ("reference", revision.Id));
        return new LetterPart(texts.Language, subject, body.Text, body.Html);
    }

    private static void Document(LetterBody body, LetterTexts texts, Document document, ReadDocument? read)
    {
        var said = texts.Receipt;
        body.Item(said.Document, ("name", document.Name), ("size", texts.Size(document.Size)));
        if (read is null)
        {
            body.Note(said.Unread);
        }
        else
        {
            body.Note(said.Kind, ("kind", texts.Kinds.GetValueOrDefault(read.Kind) ?? texts.Kinds[DocumentKind.Unknown]));
            if (read.Characters > 0)
                body.Note(said.Counts, ("passages", texts.Number(read.Passages.Count)), ("characters", texts.Number(read.Characters)));
            if (read.Problem is { } problem)
                body.Note(said.Problem, ("problem", DocumentProblem.Said(problem, texts)));
        }

        // Lets its sender prove which file it was, without us.
        body.Note("SHA-256: {sha256}", ("sha256", document.Sha256));
    }

    /// <summary>As the contributor said, else as most of what was read is.</summary>
    private static string? LanguageOf(ContributionRow revision, Extraction? read) =>
        revision.Language != LanguageTag.Unknown
            ? revision.Language
            : read?.Documents.MaxBy(document => document.Characters)?.Language;
}
