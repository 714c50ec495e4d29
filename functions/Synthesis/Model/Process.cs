namespace Intake.Synthesis;

/// <summary>How the call was held, checked against its own rules.</summary>
/// <param name="Checks">In a fixed order.</param>
/// <param name="Days">Received on each day in the call's time zone, ascending; days without any are left out.</param>
/// <param name="Meetings">Of the call, in order of time.</param>
public sealed record Process(IReadOnlyList<ProcessCheck> Checks, IReadOnlyList<DayCount> Days, IReadOnlyList<ProcessMeeting> Meetings)
{
    /// <summary>Only then a digest calls the process "open and inclusive".</summary>
    public bool IsOpenAndInclusive => Checks.Count > 0 && Checks.All(check => check.Passed);
}

/// <param name="Kind">What is checked.</param>
/// <param name="Passed">Whether it holds.</param>
/// <param name="Detail">What was found, in a sentence.</param>
public sealed record ProcessCheck(ProcessCheckKind Kind, bool Passed, string Detail);

public enum ProcessCheckKind
{
    /// <summary>Days from opening to closing, against the call's rule.</summary>
    Notice,

    /// <summary>Ways to contribute.</summary>
    Channels,

    /// <summary>Languages the call is in.</summary>
    Languages,

    /// <summary>Meetings that can be attended, also from afar.</summary>
    Meetings,

    /// <summary>Whether the call says what form a contribution may have.</summary>
    Format,

    /// <summary>Whether every stakeholder group that is expected was heard.</summary>
    Heard,
}

public sealed record ProcessMeeting(string Title, DateTimeOffset Starts, bool Remote);

/// <param name="Day">In the call's time zone.</param>
/// <param name="Contributions">Received on it.</param>
public sealed record DayCount(DateOnly Day, int Contributions);

/// <summary>From what was received to what is included: <c>Received</c> less all that is removed is <c>Included</c>.</summary>
/// <param name="Received">Texts received: contributions and all their revisions.</param>
/// <param name="Removed">With the reason, in the order of <see cref="RemovalReason"/>; reasons without any are left out.</param>
/// <param name="Included">Contributions the digest rests on, a campaign counted once.</param>
/// <param name="Late">Of the included: came after the closing and were accepted.</param>
/// <param name="Withheld">Of the included: counted, but not public.</param>
/// <param name="Campaigns">Equal or nearly equal texts of several contributors, the largest first.</param>
/// <param name="Duplicates">The same text by the same contributor once more, by id.</param>
public sealed record Reception(
    int Received,
    IReadOnlyList<Removal> Removed,
    int Included,
    int Late,
    int Withheld,
    IReadOnlyList<Campaign> Campaigns,
    IReadOnlyList<Duplicate> Duplicates);

/// <param name="Contribution">Its id.</param>
/// <param name="CountedAs">The id of the one that is counted.</param>
public sealed record Duplicate(string Contribution, string CountedAs);

public sealed record Removal(RemovalReason Reason, int Count);

public enum RemovalReason
{
    /// <summary>A later revision took its place.</summary>
    Superseded,
    Withdrawn,

    /// <summary>Could not be processed.</summary>
    Unreadable,

    /// <summary>No text could be read in it.</summary>
    Empty,

    /// <summary>The same text by the same contributor once more.</summary>
    Duplicate,

    /// <summary>Of a campaign, all letters but the one that is counted.</summary>
    Campaign,

    /// <summary>Still being processed; a later digest has it.</summary>
    Pending,
}

/// <param name="Contribution">The id of the letter that is counted: the first received.</param>
/// <param name="Size">Letters in all.</param>
/// <param name="Versions">Wordings that differ.</param>
/// <param name="Groups">Of all its letters.</param>
/// <param name="Members">Ids of all letters, ascending.</param>
public sealed record Campaign(string Contribution, int Size, int Versions, IReadOnlyList<GroupCount> Groups, IReadOnlyList<string> Members);
