using System.Collections.Concurrent;
using Intake.Calls;
using Intake.Outbox;
using Intake.Publish;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Intake.Synthesis;

/// <summary>Stage 5: compiles, renders, issues and hands on digests, when they are due or asked for.</summary>
public sealed class DigestIssuer(
    DigestStore digests, NotedStore noted, DigestCompiler compiler, IContributionSource source, CallStore calls,
    OutboxStore outbox, IOptions<AppOptions> app, TimeProvider time, ILogger<DigestIssuer> logger)
{
    private const int MaxTries = 5;

    /// <summary>Times of schedules found to bring nothing, so that such a call costs nothing until its next one.</summary>
    private readonly ConcurrentDictionary<string, DateTimeOffset> _unchanged = new();

    /// <summary>Issues a digest of what is there now.</summary>
    /// <param name="send">Whether the call's recipients get it.</param>
    public async Task<DigestRow> IssueAsync(Call call, bool send, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var latest = await digests.LatestAsync(call.Id, cancellation);
            if (await TryIssueAsync(call, latest, scheduledFor: null, evenIfUnchanged: true, announce: send, cancellation) is not { } issued)
                continue;
            if (send)
                await AnnounceAsync(call, issued.Number, cancellation);
            return issued;
        }

        throw new IOException($"Digests of {call.Id} are being issued faster than this one could be.");
    }

    /// <summary>Issues the digests whose time has come; a run that was missed is caught up once.</summary>
    public Task IssueDueAsync(CancellationToken cancellation) => calls.EachAsync(
        call => IssueIfDueAsync(call, cancellation),
        (call, fault) => logger.LogError(fault, "The digest of {Call} was not issued", call.Id),
        cancellation);

    private async Task IssueIfDueAsync(Call call, CancellationToken cancellation)
    {
        // Left behind by a process that died between issuing and announcing.
        foreach (var number in await digests.UnannouncedAsync(call.Id, cancellation))
            await AnnounceAsync(call, number, cancellation);

        var latest = await digests.LatestAsync(call.Id, cancellation);
        if (DigestSchedule.Due(call, latest?.Generated, time.GetUtcNow()) is not { } due)
            return;

        // After the closing the schedule goes on only for what still changes.
        var final = latest is not null && latest.Generated >= call.Closes;
        if (_unchanged.GetValueOrDefault(call.Id) == due)
            return;
        if (await TryIssueAsync(call, latest, due, evenIfUnchanged: !final, announce: true, cancellation) is { } issued)
            await AnnounceAsync(call, issued.Number, cancellation);
        else
            _unchanged[call.Id] = due;
    }

    private async Task AnnounceAsync(Call call, int number, CancellationToken cancellation)
    {
        foreach (var recipient in call.Digest.Recipients)
            await outbox.AddDigestAsync(call.Id, number, recipient, cancellation);
        await digests.AnnouncedAsync(call.Id, number, cancellation);
    }

    /// <summary>Null when nothing changed or another digest came first.</summary>
    private async Task<DigestRow?> TryIssueAsync(
        Call call, DigestRow? latest, DateTimeOffset? scheduledFor, bool evenIfUnchanged, bool announce, CancellationToken cancellation)
    {
        var previous = latest is null ? null : await digests.StateAsync(latest, cancellation);
        var number = (latest?.Number ?? 0) + 1;
        var now = time.GetUtcNow();
        var compiled = await compiler.CompileAsync(call, number, previous, source, digests, await noted.ReadAsync(call.Id, cancellation), now, scheduledFor, cancellation);
        if (!evenIfUnchanged && !compiled.Changed)
            return null;

        // Nobody needs to be told on schedule that nothing has ever come.
        if (scheduledFor is not null && compiled.Digest.Ledger.Contributions == 0)
            return null;

        var site = new Uri(app.Value.PublicAddress);
        var files = new Dictionary<string, (byte[], string)>();
        foreach (var format in DigestFormats.All)
            files[format.Extension] = (await format.RenderAsync(compiled.Digest, site, cancellation), format.ContentType);
        var row = new DigestRow
        {
            Number = number,
            Generated = now,
            ScheduledFor = scheduledFor,
            Contributions = compiled.Digest.Ledger.Contributions,
        };
        return await digests.TryIssueAsync(call.Id, row, compiled.State, files, announce, cancellation) ? row : null;
    }
}
