using Intake.Calls;
using Intake.PersonalData;

namespace Intake.FollowUps;

/// <summary>
/// Somebody's "my view is missing or wrong here", said of a digest or one of its messages, with what the secretariat
/// answered. The next digest shows both.
/// </summary>
public sealed record CorrectionRequest
{
    /// <summary>The reference its sender is given.</summary>
    public required string Id { get; init; }

    /// <summary>The digest's number.</summary>
    public required int Digest { get; init; }

    /// <summary>The message it is about; null when it is about the digest as a whole.</summary>
    public string? Message { get; init; }

    public required string Text { get; init; }

    /// <summary>The contribution whose view is meant.</summary>
    public string? Contribution { get; init; }

    /// <summary>The sender showed the contribution's receipt.</summary>
    public bool Verified { get; init; }

    public string? Name { get; init; }

    /// <summary>Never leaves the service but to the secretariat.</summary>
    public string? Email { get; init; }

    /// <summary>Text and name, the text, or neither.</summary>
    public PublishAs Publish { get; init; } = PublishAs.Anonymous;

    public required DateTimeOffset Received { get; init; }

    public RequestStatus Status { get; init; } = RequestStatus.Open;

    public string? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public string? AnsweredBy { get; init; }

    /// <summary>The secretariat does not publish the text: it insults somebody, or has nothing to do with the digest.</summary>
    public bool Withheld { get; init; }

    /// <summary>
    /// The same as others may see it: personal data covered, no address ever, no name unless its sender wished it, and
    /// of a contribution only what its own contributor said.
    /// </summary>
    public PublicCorrectionRequest Public() => new(
        Id, Digest, Message, Publish == PublishAs.None || Withheld ? null : PersonalDataMask.Line(Text),
        Verified && Publish != PublishAs.None ? Contribution : null,
        Publish == PublishAs.Name && !Withheld && Name is not null ? PersonalDataMask.Line(Name) : null,
        Received, Status, Answer, AnsweredAt, AnsweredBy, Withheld ? true : null);
}

public enum RequestStatus
{
    Open,
    Answered,
}

/// <param name="Text">Null when its sender, or the secretariat, does not publish it.</param>
/// <param name="Contribution">Only when the sender showed its receipt.</param>
/// <param name="Withheld">True when the secretariat does not publish the text.</param>
public sealed record PublicCorrectionRequest(
    string Id, int Digest, string? Message, string? Text, string? Contribution, string? Name, DateTimeOffset Received,
    RequestStatus Status, string? Answer, DateTimeOffset? AnsweredAt, string? AnsweredBy, bool? Withheld);
