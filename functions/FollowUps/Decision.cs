using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Intake.Storage;

namespace Intake.FollowUps;

/// <summary>What was decided on a message of an earlier digest, as the secretariat keeps it.</summary>
/// <param name="Id">Chosen by the secretariat.</param>
/// <param name="Digest">The number of the digest that had the message.</param>
/// <param name="Message">The message's id; null when it is about the digest as a whole.</param>
/// <param name="Body">Who decided.</param>
/// <param name="Action">What is to be done, or was.</param>
/// <param name="Date">When it was decided, or the status last changed.</param>
public sealed record Decision(
    string Id, int Digest, string? Message, string Body, string Action, DecisionStatus Status, DateOnly Date, string? Note = null)
{
    /// <exception cref="ProblemException">Something in it is not right; every mistake is named.</exception>
    public static Decision Read(JsonElement json, string id)
    {
        var errors = new List<InputError>();
        var root = new JsonReading(json, "$", errors);
        root.IsObject("message", "digest", "body", "action", "status", "date", "note");
        if (!CallId.IsWord(id))
            errors.Add(new InputError("$.id", CallId.WordRule));
        var message = root.Line("message");
        if (message is not null && !MessageId.IsValid(message))
            errors.Add(new InputError("$.message", MessageId.Rule));
        var status = root.Member("status")?.OneOf<DecisionStatus>();
        if (root.Member("status") is null)
            errors.Add(new InputError("$.status", "is missing"));
        var decision = new Decision(
            id, root.Digest(), message, root.RequiredLine("body"), root.RequiredProse("action"), status ?? default,
            root.Date("date"), root.Prose("note"));
        return errors.Count == 0 ? decision : throw Problems.Invalid(errors);
    }
}

public enum DecisionStatus
{
    Pending,
    Accepted,
    Partly,
    Rejected,
    Done,
}

/// <summary>Decisions of a call.</summary>
public sealed class DecisionStore(StorageClients storage) : FollowUpTable<Decision>(storage, "d")
{
    /// <summary>By date, those of one day by their ids.</summary>
    public async Task<IReadOnlyList<Decision>> ListAsync(string call, CancellationToken cancellation) =>
        [.. (await RowsAsync(call, cancellation)).OrderBy(decision => decision.Date)];
}
