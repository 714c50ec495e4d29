using Intake.Calls;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.PersonalData;
using Intake.Search;
using Intake.Storage;
using Intake.Themes;

namespace Intake.Receive;

/// <summary>A contribution in a list.</summary>
/// <param name="Snippet">Where in its text words were found; null when none were searched for, or they stand in its title and names.</param>
public sealed record ContributionSummary(
    string Id, Status Status, int Revision, DateTimeOffset Received, bool Late, Channel Channel, string? Title,
    string Language, Contributor? Contributor, IReadOnlyList<string> Themes, Snippet? Snippet = null);

/// <summary>A contribution with all that was found in it. What is not public, or not there yet, is missing.</summary>
public sealed record ContributionRecord(
    string Id, Status Status, string? Reason, int Revision, DateTimeOffset Received, DateTimeOffset Revised, bool Late,
    Channel Channel, string? Title, string Language, Contributor Contributor,

    // Only for the contributor: names found in the mail, which count as endorsers once a revision gives them as such.
    IReadOnlyList<string>? SuggestedEndorsers, IReadOnlyList<RecordDocument>? Documents,
    IReadOnlyList<KeyPhrase>? Phrases, IReadOnlyList<ThemeScore>? Themes, IReadOnlyList<int>? Questions,
    IReadOnlyList<RecordPassage>? Passages);

/// <param name="Quarantined">True when it may do harm where it is opened: only the secretariat can download it.</param>
public sealed record RecordDocument(
    int Number, string Name, long Size, string Sha256, string? Kind, string? Language, int? Characters, string? Problem,
    bool? Quarantined = null);

/// <summary>A passage with what it is about. Offsets are UTF-16 units in the document's text.</summary>
/// <param name="Confirmed">A person said what it is about; null otherwise.</param>
/// <param name="ConfirmedBy">Who said so, if they named themselves; for the secretariat only.</param>
/// <param name="ConfirmedAt">When; for the secretariat only.</param>
public sealed record RecordPassage(
    int Number, int Document, int Start, int End, string Language, PassageKind Kind, string? Marker, PassageFlags? Flags, string? Text,
    IReadOnlyList<ThemeScore> Themes, IReadOnlyList<int> Questions, bool? Confirmed,
    string? ConfirmedBy = null, DateTimeOffset? ConfirmedAt = null);

/// <summary>Shows contributions: to everybody what their contributors agreed to, with personal data in it covered, to the
/// contributor and the secretariat all of it.</summary>
public sealed class Records(ContributionStore contributions, ContributionList list, AnalysisStore analysis)
{
    public async Task<IReadOnlyList<ContributionSummary>> PageAsync(
        string call, string? after, int limit, CancellationToken cancellation) =>
        [.. (await list.PageAsync(call, after, limit, cancellation)).Select(Summary)];

    /// <summary>The contribution in a list, as everybody sees it.</summary>
    public static ContributionSummary Summary(ContributionRow row) => new(
        row.Id, row.Status, row.Revision, row.Received, row.Late, row.Channel, IsTextPublic(row) && row.Title is { } title ? PersonalDataMask.Line(title) : null,
        row.Language, row.Status == Status.Withdrawn ? null : row.Contributor.Public(),
        IsTextPublic(row) ? row.Themes?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [] : []);

    /// <param name="asContributor">The receipt was shown.</param>
    public async Task<ContributionRecord?> FindAsync(
        string call, string id, bool asContributor, CancellationToken cancellation)
    {
        if (await contributions.FindAsync(call, id, cancellation) is not { } row)
            return null;
        var contributor = asContributor ? row.Contributor : row.Contributor.Public();
        var record = new ContributionRecord(
            row.Id, row.Status, row.Reason, row.Revision, row.Received, row.Revised, row.Late, row.Channel, null,
            row.Language, row.Status == Status.Withdrawn && !asContributor ? new Contributor { Publish = PublishAs.None } : contributor,
            asContributor ? row.SuggestedEndorsers : null, null, null, null, null, null);
        if (!IsTextPublic(row) && !asContributor)
            return record;

        var extraction = await analysis.ExtractionAsync(id, row.Revision, cancellation);
        var phrases = extraction is null ? null : await analysis.PhrasesAsync(id, row.Revision, cancellation);
        var themes = phrases is null ? null : await analysis.ClassificationAsync(id, row.Revision, cancellation);
        var texts = await TextsAsync(row, extraction, asContributor, cancellation);
        return record with
        {
            Title = asContributor || row.Title is null ? row.Title : PersonalDataMask.Line(row.Title),
            Documents = Documents(row, extraction, asContributor),
            Phrases = phrases is null || extraction is null ? null : texts.Phrases(phrases.Top, extraction),
            Themes = themes is null ? null : texts.Themes(themes.Themes),
            Questions = themes?.Questions,
            Passages = extraction is null ? null : Passages(extraction, themes, texts),
        };
    }

    /// <summary>For the secretariat: also what is not public, and who said what a passage is about. What was withdrawn is not
    /// shown to them either.</summary>
    public async Task<ContributionRecord?> WholeAsync(string call, string id, CancellationToken cancellation)
    {
        if (await contributions.FindAsync(call, id, cancellation) is not { } row)
            return null;
        var record = await FindAsync(call, id, asContributor: row.Status != Status.Withdrawn, cancellation);
        if (record?.Passages is null)
            return record;
        var said = (await contributions.CorrectionsAsync(call, id, record.Revision, cancellation)).ToDictionary(correction => correction.Passage);
        return record with
        {
            Passages = [.. record.Passages.Select(passage => said.TryGetValue(passage.Number, out var correction)
                ? passage with { ConfirmedBy = correction.By, ConfirmedAt = correction.At }
                : passage)],
        };
    }

    /// <summary>The text was meant for everybody and still is.</summary>
    public static bool IsTextPublic(ContributionRow row) =>
        row.Status != Status.Withdrawn && row.Contributor.Publish != PublishAs.None;

    /// <summary>Files carry their author's name in places nobody sees, so they are public only with the name.</summary>
    public static bool AreOriginalsPublic(ContributionRow row) =>
        row.Status != Status.Withdrawn && row.Contributor.Publish == PublishAs.Name;

    private static List<RecordDocument> Documents(ContributionRow row, Extraction? extraction, bool asContributor) =>
        [.. row.Documents.Select((document, index) =>
        {
            var read = extraction?.Documents.FirstOrDefault(one => one.Number == index + 1);
            return new RecordDocument(
                index + 1, asContributor ? document.Name : PersonalDataMask.FileName(document.Name), document.Size, document.Sha256, read?.Kind, read?.Language, read?.Characters, read?.Problem,
                read?.IsQuarantined == true ? true : null);
        })];

    /// <summary>The texts of a revision; for others than the contributor with personal data covered.</summary>
    private async Task<InSight> TextsAsync(ContributionRow row, Extraction? extraction, bool asContributor, CancellationToken cancellation)
    {
        var texts = new InSight();
        var personal = asContributor || extraction is null ? null : await analysis.PersonalDataAsync(row.Id, row.Revision, cancellation);
        foreach (var document in extraction?.Documents.Where(document => document.Passages.Count > 0) ?? [])
        {
            if (await analysis.TextAsync(row.Id, row.Revision, document.Number, cancellation) is { } text)
                texts.Add(document.Number, text, asContributor ? null : PersonalDataSet.Cover(personal, document.Number, text));
        }

        return texts;
    }

    private static List<RecordPassage> Passages(Extraction extraction, Classification? themes, InSight texts)
    {
        var found = themes?.Passages.ToDictionary(passage => passage.Passage) ?? [];
        return [.. extraction.Documents.SelectMany(document => document.Passages).Select(passage =>
        {
            var about = found.GetValueOrDefault(passage.Number);
            return new RecordPassage(
                passage.Number, passage.Document, passage.Start, passage.End, passage.Language, passage.Kind, passage.Marker,
                passage.Flags == PassageFlags.None ? null : passage.Flags,
                texts.Text(passage), about is null ? [] : texts.Themes(about.Themes), about?.Questions ?? [], about?.Confirmed);
        })];
    }
}
