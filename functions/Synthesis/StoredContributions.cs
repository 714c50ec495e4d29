using Intake.PersonalData;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Synthesis;

/// <summary>Contributions as the digest reads them, from storage.</summary>
public sealed class StoredContributions(ContributionStore contributions, ContributionList list, AnalysisStore analysis)
    : IContributionSource
{
    public IAsyncEnumerable<JournalEntry> JournalAsync(string call, DateTimeOffset since, CancellationToken cancellation) =>
        list.JournalAsync(call, since, cancellation);

    public async Task<AnalysedContribution?> LoadAsync(string call, string id, CancellationToken cancellation)
    {
        if (await contributions.FindAsync(call, id, cancellation) is not { } row)
            return null;
        var loaded = new AnalysedContribution
        {
            Id = row.Id,
            Revision = row.Revision,
            Status = row.Status,
            Reason = row.Reason,
            Channel = row.Channel,
            Received = row.Received,
            Late = row.Late,
            Title = row.Title,
            Contributor = row.Contributor.Public(),
            Language = row.Language,
        };
        if (row.Status != Status.Analysed)
            return loaded;

        var extraction = await analysis.ExtractionAsync(id, row.Revision, cancellation);
        var texts = new Dictionary<int, string>();
        foreach (var document in extraction?.Documents ?? [])
            texts[document.Number] = await analysis.TextAsync(id, row.Revision, document.Number, cancellation) ?? "";
        var personal = await analysis.PersonalDataAsync(id, row.Revision, cancellation);
        return loaded with
        {
            Covered = personal is null ? loaded.Covered
                : texts.ToDictionary(text => text.Key, text => PersonalDataSet.Cover(personal, text.Key, text.Value)),
            Extraction = extraction,
            Texts = texts,
            Phrases = await analysis.PhrasesAsync(id, row.Revision, cancellation),
            Classification = await analysis.ClassificationAsync(id, row.Revision, cancellation),
            Positions = await analysis.PositionsAsync(id, row.Revision, cancellation),
        };
    }

    public Task<string?> TextAsync(string call, string id, int revision, int document, CancellationToken cancellation) =>
        analysis.TextAsync(id, revision, document, cancellation);
}
