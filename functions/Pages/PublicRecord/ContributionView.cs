using System.Globalization;
using System.Text;
using Intake.Calls;
using Intake.Http;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Pages.PublicRecord;

/// <summary>A contribution as everybody sees it.</summary>
/// <param name="Revisions">When each was received, from the first.</param>
/// <param name="Digest">The number of the latest digest; null when there is none.</param>
/// <param name="Mentions">Where that digest quotes it.</param>
/// <param name="Passages">Those of this page.</param>
/// <param name="Later">Those of later pages, and on which.</param>
/// <param name="Number">Which page of the text, from 1.</param>
/// <param name="Pages">How many there are, at least 1.</param>
/// <param name="AreFilesPublic">Whether the originals may be downloaded.</param>
public sealed record ContributionView(
    Call Call, ContributionRecord Record, IReadOnlyList<(int Number, DateTimeOffset Received)> Revisions, int? Digest,
    IReadOnlyList<DigestMention> Mentions, IReadOnlyList<RecordPassage> Passages, IReadOnlyList<(int Passage, int Page)> Later, int Number,
    int Pages, bool AreFilesPublic)
{
    public const string Parameter = "page";

    /// <summary>Bytes of text and of what stands around a passage, so that a page comes through a thin line.</summary>
    private const int PageBytes = 48_000;
    private const int PassageBytes = 250;

    /// <summary>Passages of later pages that the address with their number still finds.</summary>
    private const int MaxLater = 500;

    /// <summary>Revisions that are listed, the last.</summary>
    private const int MaxRevisions = 50;

    internal static async Task<ContributionView> OfAsync(
        Page page, Call call, string id, Records records, ContributionStore contributions, DigestMentions mentions, CancellationToken cancellation)
    {
        var record = await records.FindAsync(call.Id, id, asContributor: false, cancellation) ?? throw Problems.UnknownContribution();
        var revisions = Enumerable.Range(1, record.Revision).TakeLast(MaxRevisions)
            .Select(async number => (number, (await contributions.FindRevisionAsync(call.Id, id, number, cancellation))?.Revised ?? record.Revised));
        var (digest, found) = record.Status == Status.Withdrawn ? (null, []) : await mentions.FindAsync(call.Id, id, cancellation);
        var pages = Divide([.. record.Passages?.Where(passage => passage.Text is not null) ?? []]);
        var shown = int.TryParse(page.Request.Query[Parameter], NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, pages.Count) : 1;
        return new ContributionView(
            call, record, await Task.WhenAll(revisions), digest, found, pages[shown - 1],
            [.. pages.Skip(shown).SelectMany((passages, i) => passages.Select(passage => (passage.Number, shown + 1 + i))).Take(MaxLater)],
            shown, pages.Count, record.Contributor.Publish == PublishAs.Name && record.Status != Status.Withdrawn);
    }

    private static List<List<RecordPassage>> Divide(IReadOnlyList<RecordPassage> passages)
    {
        var (pages, bytes) = (new List<List<RecordPassage>> { new() }, 0);
        foreach (var passage in passages)
        {
            var own = PassageBytes + Encoding.UTF8.GetByteCount(passage.Text!);
            if (bytes + own > PageBytes && pages[^1].Count > 0)
            {
                pages.Add([]);
                bytes = 0;
            }

            pages[^1].Add(passage);
            bytes += own;
        }

        return pages;
    }
}
