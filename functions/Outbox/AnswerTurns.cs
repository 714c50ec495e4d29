using Azure;
using Azure.Data.Tables;
using Intake.Storage;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>
/// Lets at most one answer go to an address in <see cref="OutboxOptions.AnswerEvery"/> (RFC 3834, section 2), whether it
/// came by mail or was typed into a form: anybody can type anybody's. Answers that come due meanwhile wait in line and go
/// out together, so that each contribution still gets its receipt and nobody can fill another's mailbox.
/// </summary>
public sealed class AnswerTurns(StorageClients storage, IOptions<OutboxOptions> options, TimeProvider time)
{
    /// <summary>Answers in one mail. Who has sent more within the time has been told by then that mail arrives.</summary>
    public const int MostTogether = 100;

    private const int MaxTries = 10;

    private readonly TableClient _table = storage.Table(Tables.Outbox);

    /// <summary>Asks whether the answer may go out now. Asked again, the same answer has the same turn.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="letter">The id of the answer's row.</param>
    public async Task<AnswerTurn> TakeAsync(string address, string letter, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await ReadAsync(address, cancellation);
            var together = row.Together.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var waiting = row.Waiting.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var until = row.At + options.Value.AnswerEvery;
            if (row.Letter == letter)
                return AnswerTurn.Now(together);
            if (together.Contains(letter))
                return AnswerTurn.With(row.Letter);
            var now = time.GetUtcNow();
            if (until <= now)
            {
                // Those in line go with it, the one that asks first.
                together = [letter, .. waiting.Where(other => other != letter)];
                (row.Letter, row.At, row.Together, row.Waiting) = (letter, now, string.Join(' ', together), "");
                if (await TryWriteAsync(row, cancellation))
                    return AnswerTurn.Now(together);
            }
            else if (waiting.Contains(letter))
            {
                return AnswerTurn.At(until);
            }
            else if (waiting.Length >= MostTogether)
            {
                return AnswerTurn.Never;
            }
            else
            {
                row.Waiting = string.Join(' ', [.. waiting, letter]);
                if (await TryWriteAsync(row, cancellation))
                    return AnswerTurn.At(until);
            }
        }

        throw new IOException("Too many answers to one address come due at once; try again.");
    }

    /// <summary>Takes the answer out of a mail that will not be sent after all.</summary>
    public async Task LeaveAsync(string address, string letter, CancellationToken cancellation)
    {
        var row = await ReadAsync(address, cancellation);
        row.Together = string.Join(' ', row.Together.Split(' ').Where(other => other != letter));
        if (!await TryWriteAsync(row, cancellation))
            throw new IOException("The turn was changed by somebody else just now; try again.");
    }

    private async Task<AnswerTurnRow> ReadAsync(string address, CancellationToken cancellation)
    {
        var hash = Ids.Hash("answers to", address.ToLowerInvariant());
        var (partition, key) = (Ids.Bucket(Ids.Of(hash)), $"t|{hash}");
        var found = await _table.GetEntityIfExistsAsync<AnswerTurnRow>(partition, key, cancellationToken: cancellation);
        return found.HasValue ? found.Value! : new AnswerTurnRow { PartitionKey = partition, RowKey = key };
    }

    private async Task<bool> TryWriteAsync(AnswerTurnRow row, CancellationToken cancellation)
    {
        try
        {
            if (row.ETag == default)
                await _table.AddEntityAsync(row, cancellation);
            else
                await _table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException fault) when (fault.Status is 404 or 409 or 412)
        {
            // Safe: nothing was written; another answer to the address was first and the row is read again.
            return false;
        }
    }
}

/// <summary>When an answer goes out.</summary>
/// <param name="Together">The rows whose answers go out with this one now, itself first; empty when it does not go now.</param>
/// <param name="Until">It waits until then.</param>
/// <param name="InMailOf">It goes out with that row's mail.</param>
public sealed record AnswerTurn(IReadOnlyList<string> Together, DateTimeOffset? Until, string? InMailOf)
{
    /// <summary>Too many wait already.</summary>
    public static AnswerTurn Never { get; } = new([], null, null);

    public static AnswerTurn Now(IReadOnlyList<string> together) => new(together, null, null);

    public static AnswerTurn At(DateTimeOffset until) => new([], until, null);

    public static AnswerTurn With(string letter) => new([], null, letter);
}

/// <summary>The last mail of answers to one address, and what waits for the next. The key is a hash: the row names nobody.</summary>
public sealed class AnswerTurnRow : Row
{
    /// <summary>The row whose turn it was.</summary>
    public string Letter { get; set; } = "";

    public DateTimeOffset At { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>Ids of the rows that went with it, itself first, with blanks between.</summary>
    public string Together { get; set; } = "";

    /// <summary>Ids of the rows that wait, with blanks between.</summary>
    public string Waiting { get; set; } = "";
}
