using System.Text;
using System.Text.Json;
using Intake.Calls;
using Intake.Extract;
using Intake.Http;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Pages.Forms;

/// <summary>Fills a form with what a contributor sent before: typed text and answers as text, files as files that are kept.</summary>
public sealed class FormPrefill(ContributionStore contributions, Originals originals)
{
    internal async Task<(FormValues Values, IReadOnlyList<KeptFile> Files, IReadOnlyList<string> Suggested)> OfAsync(
        Call call, string id, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await contributions.FindAsync(call.Id, id, cancellation) ?? throw Problems.UnknownContribution();
        if (row.Status == Status.Withdrawn)
            throw Problems.Withdrawn();
        var values = FormValues.Of(row);
        var files = new List<KeptFile>();
        foreach (var (index, document) in row.Documents.Index())
        {
            var number = index + 1;
            if (Submission.IsTyped(document))
                AddTyped(values, document, await ReadAsync(row.Upload, number, cancellation));
            else
                files.Add(new KeptFile(null, row.Upload, number, document, now + Drafts.Lifetime));
        }

        return (values, files, row.SuggestedEndorsers ?? []);
    }

    private static void AddTyped(FormValues values, Document document, byte[] content)
    {
        switch (document.ContentType)
        {
            case DocumentKind.AnswersContentType:
                foreach (var (question, answer) in JsonSerializer.Deserialize<Dictionary<int, string>>(content, Json.Options)!)
                    values.Add(FormValues.Answer(question), answer);
                break;
            case DocumentKind.LetterContentType:
                // Of a mail only the sender's own words: what was folded counts for nothing, and nobody wrote it here.
                values.Add("text", string.Join('\n', JsonSerializer.Deserialize<List<LetterPart>>(content, Json.Options)!
                    .Where(part => part.Flags == PassageFlags.None).Select(part => part.Text)));
                break;
            default:
                values.Add("text", Encoding.UTF8.GetString(content));
                break;
        }
    }

    private async Task<byte[]> ReadAsync(string upload, int number, CancellationToken cancellation)
    {
        await using var stream = await originals.OpenAsync(upload, number, cancellation);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }
}
