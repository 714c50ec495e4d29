namespace Intake.Calls;

/// <summary>One call for input, as the secretariat wrote it and as <c>GET /api/calls/{call}</c> shows it.</summary>
public sealed record Call
{
    /// <summary>3 to 40 of a-z, 0-9 and hyphen; part of addresses, keys and mail tags.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public Stage Stage { get; init; } = Stage.Consultation;

    public required DateTimeOffset Opens { get; init; }

    public required DateTimeOffset Closes { get; init; }

    /// <summary>IANA name, such as <c>Europe/Zurich</c>: for schedules and for the times people read.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>BCP 47 tags of the languages the working group reads; contributions may come in any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<Question> Questions { get; init; } = [];

    /// <summary>What stands after the plus in the mailbox's address, or in [brackets] in a subject; the id if not set.</summary>
    public string? Mailbox { get; init; }

    /// <summary>What a contribution should look like, as the call says it: length, file types, numbered paragraphs.</summary>
    public string? Format { get; init; }

    /// <summary>Of the working group, in order of time.</summary>
    public IReadOnlyList<Meeting> Meetings { get; init; } = [];

    public DigestPlan Digest { get; init; } = new();

    public Rules Rules { get; init; } = new();

    /// <summary>The tag that leads a mail to this call.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string MailTag => Mailbox ?? Id;

    /// <summary>The address that mail for this call goes to.</summary>
    /// <param name="mailbox">The mailbox whose plus-addresses lead to calls.</param>
    public string MailAddress(string mailbox) =>
        mailbox.LastIndexOf('@') is >= 0 and var at ? $"{mailbox[..at]}+{MailTag}{mailbox[at..]}" : mailbox;
}

/// <summary>Where in the process a call stands.</summary>
public enum Stage
{
    Establishment,
    Membership,
    Consultation,
}

/// <summary>An agenda item.</summary>
public sealed record Theme
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Words and phrases, in any language, that show a passage to be about this theme.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>Tags of what lies across several themes, such as <c>gender</c>.</summary>
    public IReadOnlyList<string> CrossCutting { get; init; } = [];
}

/// <summary>A meeting of the working group.</summary>
/// <param name="Title">One line.</param>
/// <param name="Starts">When.</param>
/// <param name="Remote">Can be taken part in from afar.</param>
public sealed record Meeting(string Title, DateTimeOffset Starts, bool Remote);

/// <summary>A numbered question of the call.</summary>
public sealed record Question
{
    public required int Number { get; init; }

    public required string Text { get; init; }

    /// <summary>Ids of the themes it belongs to.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
}

/// <summary>When digests are compiled and who gets them.</summary>
public sealed record DigestPlan
{
    /// <summary>Six-field NCRONTAB in the call's time zone, such as <c>0 0 8 * * MON</c>; none: only on demand.</summary>
    public string? Schedule { get; init; }

    /// <summary>E-mail addresses of the working group. Never shown without the function key.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>A digest is also issued this many days before each meeting; none when null.</summary>
    public int? DaysBeforeMeetings { get; init; }
}

/// <summary>What a call accepts.</summary>
public sealed record Rules
{
    public LateRule Late { get; init; } = LateRule.Refuse;

    /// <summary>Bytes of one file.</summary>
    public long MaxFileBytes { get; init; } = 30_000_000;

    public int MaxFiles { get; init; } = 20;

    /// <summary>Characters (UTF-16 units) of the text and of each answer.</summary>
    public int MaxTextCharacters { get; init; } = 200_000;

    /// <summary>How contributors who did not say are shown.</summary>
    public PublishAs Publish { get; init; } = PublishAs.Name;

    /// <summary>Days that have to be between opening and closing; null when the call sets no rule.</summary>
    public int? NoticeDays { get; init; }

    /// <summary>Contributions the working group expects of each stakeholder group.</summary>
    public IReadOnlyDictionary<StakeholderGroup, int> Expected { get; init; } = new Dictionary<StakeholderGroup, int>();
}

public enum LateRule
{
    Refuse,
    Accept,
}

/// <summary>How a contributor wishes to be shown.</summary>
public enum PublishAs
{
    /// <summary>Text and name are public.</summary>
    Name,

    /// <summary>The text is public, the name is not.</summary>
    Anonymous,

    /// <summary>Neither is public; the contribution is counted.</summary>
    None,
}

/// <summary>Self-declared.</summary>
public enum StakeholderGroup
{
    Government,
    CivilSociety,
    PrivateSector,
    TechnicalCommunity,
    Academia,
    IntergovernmentalOrganisation,
    Individual,
    Other,
}
