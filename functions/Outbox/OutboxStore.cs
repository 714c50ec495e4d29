using Intake.Storage;
using Microsoft.Extensions.Options;

namespace Intake.Outbox;

/// <summary>Mail that is to go out. Its id follows from what it is about, so that nothing is ever sent for two reasons.</summary>
public sealed class OutboxStore(StorageClients storage, AnswerRules rules, IOptions<OutboxOptions> options, TimeProvider time)
{
    public Worklist<OutboxRow> Mails { get; } = new(storage, Tables.Outbox, Queues.Outbox, time);

    /// <summary>
    /// A receipt for the revision, if somebody may be sent one. All of it follows from the row, so that whoever comes after
    /// a crash adds the same.
    /// </summary>
    /// <param name="isRead">The documents have been read: nothing is left to wait for.</param>
    public async Task AddReceiptAsync(string call, ContributionRow row, bool isRead, CancellationToken cancellation)
    {
        if (row.Contributor.Email is not { } to || !rules.IsAnswerable(to) || row.Mail is { MayAnswer: false })
            return;
        var receipt = new OutboxRow
        {
            Kind = nameof(LetterKind.Receipt),
            To = to,
            Call = call,
            Contribution = row.Id,
            Revision = row.Revision,
            InReplyTo = row.Mail?.MessageId,
        };
        var isNew = await AddAsync(receipt, isRead ? null : options.Value.ReceiptWait, cancellation);
        if (isRead && !isNew)
            await Mails.SendAsync(receipt.Id, cancellation);
    }

    public Task AddDigestAsync(string call, int number, string to, CancellationToken cancellation) => AddAsync(
        new OutboxRow { Kind = nameof(LetterKind.Digest), To = to, Call = call, Number = number }, delay: null, cancellation);

    /// <param name="answer">With the id of the mail that is answered as its contribution.</param>
    public Task AddAnswerAsync(OutboxRow answer, CancellationToken cancellation) => AddAsync(answer, delay: null, cancellation);

    private Task<bool> AddAsync(OutboxRow row, TimeSpan? delay, CancellationToken cancellation)
    {
        row.Created = time.GetUtcNow();
        row.Id = Ids.Of(Ids.Hash(
            row.Kind, row.Call ?? "", row.Contribution ?? "", $"{row.Revision}", $"{row.Number}", row.To));
        return Mails.AddAsync(row.Id, row, cancellation, delay);
    }
}
