using Intake.KeyPhrases;
using Intake.Outbox;
using Intake.PersonalData;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Extract;

/// <summary>Stage 2: reads the documents, splits their text into passages, tells each passage's language, finds the personal
/// data that others must not see.</summary>
public sealed class Extractor(
    ContributionStore contributions, QueueSender sender, Originals originals, AnalysisStore analysis, DocumentReader reader,
    IAnalyser analyser, OutboxStore outbox)
    : ContributionStage(contributions, sender, Queues.Received, Status.Received, Queues.Extracted)
{
    protected override async Task WorkAsync(string call, ContributionRow row, CancellationToken cancellation)
    {
        var read = new List<ReadDocument>();
        var personal = new List<DocumentPersonalData>();
        var firstPassage = 1;
        foreach (var (index, document) in row.Documents.Index())
        {
            var number = index + 1;
            var text = await ReadAsync(row.Upload, number, document, cancellation);
            await analysis.WriteTextAsync(row.Id, row.Revision, number, text.Text, cancellation);
            var languages = await analyser.DetectLanguagesAsync(
                [.. text.Blocks.Select(block => text.Text[block.Start..block.End])], cancellation);
            var built = PassageBuilder.Build(number, document.Name, text, firstPassage, languages);
            read.Add(built);
            if (text.Text.Length > 0)
                personal.Add(new(number, text.Text.Length, (await analyser.FindPersonalDataAsync([text.Text], cancellation))[0]));
            firstPassage += built.Passages.Count;
        }

        // Before the passages, without which nothing of the documents is shown.
        await analysis.WriteAsync(row.Id, row.Revision, new PersonalDataSet(analyser.Name, personal), cancellation);
        await analysis.WriteAsync(row.Id, row.Revision, new Extraction(read), cancellation);
        if (row.Language == "und")
            row.Language = read.MaxBy(document => document.Characters)?.Language ?? "und";

        // Its receipt waited for this, and is added here when a crash kept it from being added before.
        await outbox.AddReceiptAsync(call, row, isRead: true, cancellation);
    }

    private async Task<ReadText> ReadAsync(string upload, int number, Document document, CancellationToken cancellation)
    {
        await using var content = await originals.OpenAsync(upload, number, cancellation);
        return await reader.ReadAsync(content, document.Name, document.ContentType, cancellation);
    }
}
