using Intake.Calls;
using Intake.Receive;
using Intake.Storage;
using Intake.Themes.Learning;
using Microsoft.Extensions.Logging;

namespace Intake.Themes;

/// <summary>
/// Learns the themes of each call from what came in since, and classifies again what comes out otherwise. Reads the journal
/// since the last time and the contributions it tells of; all contributions only after something was learned. Every run can
/// be repeated, or run beside another.
/// </summary>
public sealed class ThemeLearning(
    CallStore calls, ContributionStore contributions, ContributionList list, AnalysisStore analysis, LearningStore states,
    ThemeModelStore models, Reclassifier reclassifier, LearningOptions options, TimeProvider time, ILogger<ThemeLearning> logger)
{
    public Task RunAsync(CancellationToken cancellation) => calls.EachAsync(
        call => RunAsync(call, cancellation),
        (call, fault) => logger.LogError(fault, "The themes of {Call} were not learned", call.Id),
        cancellation);

    public async Task RunAsync(Call call, CancellationToken cancellation)
    {
        if (call.Themes.Count == 0)
            return;
        var (before, etag) = await states.ReadAsync(call.Id, cancellation);
        var evidence = new LearningEvidence(options, before);
        var (state, touched) = await ReadJournalAsync(call, before, cancellation);
        foreach (var id in touched)
            await ReadAsync(call, id, evidence, cancellation);
        if (touched.Count > 0)
            state = state with { Passages = evidence.Passages, Confirmed = evidence.Confirmed };

        state = await LearnAsync(call, state, evidence, cancellation);
        foreach (var id in touched)
            await reclassifier.RunAsync(call.Id, id, cancellation);
        state = await ClassifyAsync(call, state, cancellation);
        if (state != before)
            await states.TryWriteAsync(call.Id, state, etag, cancellation);
    }

    /// <summary>The contributions that something happened to since.</summary>
    private async Task<(LearningState State, IReadOnlyCollection<string> Touched)> ReadJournalAsync(
        Call call, LearningState state, CancellationToken cancellation)
    {
        var touched = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new SeenEntries(state.Cursor, state.Seen, time.GetUtcNow(), options.Overlap);
        await foreach (var entry in list.JournalAsync(call.Id, seen.Since, cancellation))
        {
            // What was reclassified was so by what is known here already.
            if (entry.Kind != JournalKind.Reclassified && seen.Add(entry))
                touched.Add(entry.Contribution);
        }

        return (touched.Count == 0 ? state : state with { Cursor = seen.Cursor, Seen = seen.ToList() }, touched);
    }

    private async Task ReadAsync(Call call, string id, LearningEvidence evidence, CancellationToken cancellation)
    {
        if (await contributions.FindAsync(call.Id, id, cancellation) is { Status: Status.Analysed } row)
        {
            evidence.Put(
                id,
                await analysis.PassageTextsAsync(id, row.Revision, cancellation),
                await contributions.CorrectionsAsync(call.Id, id, row.Revision, cancellation));
        }
        else
        {
            // Withdrawn, failed, or revised and on its way.
            evidence.Put(id, [], []);
        }
    }

    private async Task<LearningState> LearnAsync(
        Call call, LearningState state, LearningEvidence evidence, CancellationToken cancellation)
    {
        var fingerprint = ThemeTexts.Fingerprint(call);
        var corrections = Ids.Hash([fingerprint, .. state.Confirmed.Select(passage => $"{string.Join(' ', passage.Themes)}|{passage.Language}|{passage.Text}")]);
        var all = Ids.Hash([corrections, .. state.Passages.Select(passage => $"{passage.Language}|{passage.Text}")]);
        var enough = state.Passages.Count >= ThemeLearner.MinTexts || state.Confirmed.Count > 0 || state.Evidence.Length > 0;
        var now = time.GetUtcNow();
        var due = corrections != state.Corrections
            || state.Passages.Count >= state.LearnedPassages * options.Growth
            || now - state.LearnedAt >= options.Quiet;
        if (all == state.Evidence || !enough || !due)
            return state;

        await models.WriteAsync(call, ThemeLearner.Learn(ThemeTexts.Of(call), evidence.Texts(call)), cancellation);
        return state with
        {
            Evidence = all,
            Corrections = corrections,
            LearnedPassages = state.Passages.Count,
            LearnedAt = now,
            ClassifiedTo = "",
        };
    }

    /// <summary>Goes on classifying all contributions by what was learned last.</summary>
    private async Task<LearningState> ClassifyAsync(Call call, LearningState state, CancellationToken cancellation)
    {
        if (state.ClassifiedTo is not { } after)
            return state;
        var page = await list.PageAsync(call.Id, after.Length == 0 ? null : after, options.PerRun, cancellation);
        foreach (var row in page.Where(row => row.Status == Status.Analysed))
            await reclassifier.RunAsync(call.Id, row.Id, cancellation);
        return state with { ClassifiedTo = page.Count == options.PerRun ? page[^1].Id : null };
    }
}
