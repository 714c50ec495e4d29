using System.Collections.Concurrent;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>
/// Compiles digests: reads what the journal tells since the last one, folds it into the state, and builds the digest
/// from the state alone. Same journal, contributions, call, number and time: same digest.
/// </summary>
public sealed class DigestCompiler(DigestOptions? options = null)
{
    private readonly DigestOptions _options = options ?? new DigestOptions();

    /// <param name="call">The call as it is now.</param>
    /// <param name="number">Of the new digest, from 1.</param>
    /// <param name="previous">State kept with the last digest; null compiles from the whole journal.</param>
    /// <param name="source">Journal, contributions and texts.</param>
    /// <param name="now">The time the digest bears.</param>
    /// <param name="scheduledFor">The time of the schedule it stands for, if it is compiled on schedule.</param>
    /// <param name="cancellation">Ends reading.</param>
    /// <exception cref="QuoteMismatchException">A quote is not what the stored text says.</exception>
    public async Task<CompiledDigest> CompileAsync(
        Call call,
        int number,
        DigestState? previous,
        IContributionSource source,
        DateTimeOffset now,
        DateTimeOffset? scheduledFor,
        CancellationToken cancellation)
    {
        now = now.ToUniversalTime();
        var fold = await FoldAsync(call, previous, source, cancellation);
        var state = fold.ToState(now);
        var arrived = state.Contributions
            .OrderBy(contribution => contribution.Received)
            .ThenBy(contribution => contribution.Id, StringComparer.Ordinal)
            .ToList();
        var digest = Build(call, number, arrived, previous?.Last, now, scheduledFor?.ToUniversalTime());
        var printed = digest.AllQuotes().ToList();
        var compared = await new QuoteCheck(source, call.Id, _options.Readers).CheckAsync(printed, cancellation);
        digest = digest with
        {
            Method = MethodNotes.Of(digest.Participation, arrived, printed.Count, compared, _options),
        };

        var last = new LastDigest(
            number,
            now,
            digest.Interim,
            Agenda.PrintedFingerprint(call),
            [.. state.Contributions.Select(contribution =>
                new ReportedContribution(contribution.Id, contribution.Revision, contribution.Outcome))]);
        var isChanged = fold.Changed || previous?.Last is not { } before
            || before.Call != last.Call || before.Interim != last.Interim;
        return new CompiledDigest(digest, state with { Last = last }, isChanged);
    }

    private async Task<DigestFold> FoldAsync(
        Call call, DigestState? previous, IContributionSource source, CancellationToken cancellation)
    {
        var fold = new DigestFold(call, previous, _options);
        await foreach (var entry in source.JournalAsync(call.Id, fold.Since, cancellation))
        {
            fold.Add(entry);
        }

        var read = new ConcurrentDictionary<string, ContributionState>(StringComparer.Ordinal);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _options.Readers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(fold.Touched, parallel, async (id, token) =>
        {
            if (await source.LoadAsync(call.Id, id, token) is { } contribution)
            {
                read[id] = fold.Read(contribution);
            }
        });
        foreach (var id in fold.Touched)
        {
            fold.Put(id, read.GetValueOrDefault(id));
        }

        return fold;
    }

    private Digest Build(
        Call call,
        int number,
        IReadOnlyList<ContributionState> arrived,
        LastDigest? last,
        DateTimeOffset now,
        DateTimeOffset? scheduledFor)
    {
        // Themes choose their quotes first: there a reader looks for them. Questions then prefer others.
        var selection = new QuoteSelection(_options);
        var sections = new Sections(arrived, selection, _options);
        var participation = ParticipationCounts.Of(call, arrived);
        var themes = call.Themes.Select(sections.Of).ToList();
        var outside = sections.Outside();
        var questions = call.Questions.Select(sections.Of).ToList();
        return new Digest
        {
            Call = new DigestCall(call.Id, call.Title, call.Stage, call.Opens, call.Closes, call.TimeZone, call.Languages),
            Number = number,
            Generated = now,
            ScheduledFor = scheduledFor,
            Period = new Period(last?.At ?? call.Opens.ToUniversalTime(), now),
            Interim = now < call.Closes || participation.Pending > 0,
            Brief = [],
            Process = new Process([], [], []),
            Reception = new Reception(participation.Received, [], participation.Included, participation.Late, participation.Withheld, []),
            Participation = participation,
            Changes = ChangesSince.Of(last, arrived),
            Questions = questions,
            Themes = themes,
            Outside = outside,
            Method = MethodNotes.Of(participation, arrived, 0, 0, _options),
            Emerging = new Emerging([], []),
            Requests = [],
            FollowUp = new FollowUp([], []),
            Corrections = [],
            Ledger = new Ledger(arrived.Count, [.. arrived.Select(contribution => LedgerRows.Of(contribution, selection.TimesQuoted(contribution.Id)))], []),
        };
    }
}
