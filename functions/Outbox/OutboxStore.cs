using Intake.Storage;

namespace Intake.Outbox;

/// <summary>Mail that is to go out. Its id follows from what it is about, so that nothing is ever sent for two reasons.</summary>
public sealed class OutboxStore(StorageClients storage, TimeProvider time)
{
    public Worklist<OutboxRow> Mails { get; } = new(storage, Tables.Outbox, Queues.Outbox, time);

    public Task AddReceiptAsync(string call, ContributionRow row, CancellationToken cancellation) => AddAsync(
        new OutboxRow
        {
            Kind = nameof(LetterKind.Receipt),
            To = row.Contributor.Email!,
            Call = call,
            Contribution = row.Id,
            Revision = row.Revision,
        },
        cancellation);

    public Task AddDigestAsync(string call, int number, string to, CancellationToken cancellation) => AddAsync(
        new OutboxRow { Kind = nameof(LetterKind.Digest), To = to, Call = call, Number = number }, cancellation);

    /// <param name="mail">The id of the mail that is answered.</param>
    public Task AddAnswerAsync(
        LetterKind kind, string mail, string to, string? inReplyTo, string? call, string? reason, CancellationToken cancellation) => AddAsync(
        new OutboxRow { Kind = kind.ToString(), To = to, Call = call, Contribution = mail, InReplyTo = inReplyTo, Reason = reason },
        cancellation);

    private Task AddAsync(OutboxRow row, CancellationToken cancellation)
    {
        row.Created = time.GetUtcNow();
        row.Id = Ids.Of(Ids.Hash(
            row.Kind, row.Call ?? "", row.Contribution ?? "", $"{row.Revision}", $"{row.Number}", row.To));
        return Mails.AddAsync(row.Id, row, cancellation);
    }
}
