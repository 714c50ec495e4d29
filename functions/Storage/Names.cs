namespace Intake.Storage;

/// <summary>The queues, by the word for what has just happened. Messages carry ids, never content.</summary>
public static class Queues
{
    public const string Received = "received";
    public const string Extracted = "extracted";
    public const string Phrased = "phrased";

    /// <summary>Raw mail that is stored and not read yet.</summary>
    public const string Mailed = "mailed";

    public const string Outbox = "outbox";

    /// <summary>What the platform appends to a queue's name for messages that kept failing.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Tries before a message is poison; the same number as in host.json, and a test says so.</summary>
    public const int MaxDequeueCount = 5;

    public static IReadOnlyList<string> All { get; } = [Received, Extracted, Phrased, Mailed, Outbox];
}

public static class Tables
{
    /// <summary>Contributions, their revisions, their journal and what is pending; see <see cref="ContributionKeys"/>.</summary>
    public const string Contributions = "contributions";

    /// <summary>One row for each request that was accepted, by idempotency key, Message-ID or content hash.</summary>
    public const string Requests = "requests";

    /// <summary>One row for each mail that came in.</summary>
    public const string Mails = "mails";

    /// <summary>One row for each mail that goes out.</summary>
    public const string Outbox = "outbox";

    /// <summary>One row for each digest issued.</summary>
    public const string Digests = "digests";

    /// <summary>What follows on digests: correction requests, decisions, and the fora they were sent to.</summary>
    public const string FollowUp = "followup";

    public static IReadOnlyList<string> All { get; } = [Contributions, Requests, Mails, Outbox, Digests, FollowUp];
}

public static class Containers
{
    public const string Calls = "calls";

    /// <summary>Documents as received, bytes unchanged.</summary>
    public const string Originals = "originals";

    /// <summary>What the stages found: texts, passages, key phrases, themes.</summary>
    public const string Analysis = "analysis";

    /// <summary>Files of forms that were sent with a mistake, for the next try; kept for a day.</summary>
    public const string Drafts = "drafts";

    public const string Digests = "digests";

    /// <summary>What was learned of each call's themes.</summary>
    public const string Learned = "learned";

    /// <summary>What the public record of each call is searched by.</summary>
    public const string Index = "index";

    /// <summary>Drop box: a raw mail put here is taken in.</summary>
    public const string InboundEmail = "inbound-email";

    /// <summary>Raw mail that came through the webhook.</summary>
    public const string Mails = "mails";

    /// <summary>The key receipts are made with.</summary>
    public const string Keys = "keys";

    public static IReadOnlyList<string> All { get; } =
        [Calls, Originals, Analysis, Drafts, Digests, Learned, Index, InboundEmail, Mails, Keys];
}
