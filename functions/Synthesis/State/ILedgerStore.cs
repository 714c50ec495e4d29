namespace Intake.Synthesis;

/// <summary>Keeps the chunks of a call's ledger. A chunk is never changed: other content has another name.</summary>
public interface ILedgerStore
{
    Task<IReadOnlyList<ContributionState>> ReadAsync(string call, string name, CancellationToken cancellation);

    /// <returns>The name it is stored under; the same for the same rows.</returns>
    Task<string> WriteAsync(string call, IReadOnlyList<ContributionState> rows, CancellationToken cancellation);
}
