using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>The synthesis of one call at one time. Serialised as it is, this is the JSON format; every other format is
/// made from it, so that all say the same.</summary>
public sealed record Digest
{
    public required DigestCall Call { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>When it was compiled, UTC.</summary>
    public required DateTimeOffset Generated { get; init; }

    /// <summary>The time of the schedule it stands for; none when compiled on demand.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>From the last digest, or the call's opening, to now.</summary>
    public required Period Period { get; init; }

    /// <summary>A draft: the call was still open, or contributions were still being processed.</summary>
    public required bool Interim { get; init; }

    /// <summary>The three to seven messages that matter most, by the number of stakeholder groups behind them.</summary>
    public required IReadOnlyList<BriefMessage> Brief { get; init; }

    public required Process Process { get; init; }

    public required Reception Reception { get; init; }

    public required Participation Participation { get; init; }

    public required IReadOnlyList<QuestionSection> Questions { get; init; }

    /// <summary>In agenda order.</summary>
    public required IReadOnlyList<ThemeSection> Themes { get; init; }

    /// <summary>Contributions about none of the themes and questions; null when there are none.</summary>
    public OutsideSection? Outside { get; init; }

    public required Emerging Emerging { get; init; }

    /// <summary>What contributors ask of the process itself, oldest first.</summary>
    public required IReadOnlyList<ProcessRequest> Requests { get; init; }

    public required Changes Changes { get; init; }

    public required FollowUp FollowUp { get; init; }

    public required Method Method { get; init; }

    public required Ledger Ledger { get; init; }

    /// <summary>Corrections asked for on earlier digests, with their answers.</summary>
    public required IReadOnlyList<CorrectionNote> Corrections { get; init; }

    /// <summary>Every message of every section, in the order of the digest.</summary>
    internal IEnumerable<Message> AllMessages() => Themes.SelectMany(theme => theme.Messages).Concat(Outside?.Messages ?? []);

    /// <summary>Every quote that is printed.</summary>
    internal IEnumerable<Quote> AllQuotes() =>
    [
        .. Themes.SelectMany(theme => theme.Messages.SelectMany(message => message.Quotes).Concat(theme.Quotes)),
        .. (Outside?.Messages ?? []).SelectMany(message => message.Quotes),
        .. Outside?.Quotes ?? [],
        .. Questions.SelectMany(question => question.Quotes),
        .. Requests.SelectMany(request => request.Quotes),
    ];
}

/// <summary>The call as the cover shows it.</summary>
public sealed record DigestCall(
    string Id,
    string Title,
    Stage Stage,
    DateTimeOffset Opens,
    DateTimeOffset Closes,
    string TimeZone,
    IReadOnlyList<string> Languages);

public sealed record Period(DateTimeOffset From, DateTimeOffset To);

/// <summary>A message of the page in brief: it stands whole in its theme.</summary>
/// <param name="Message">The message's id.</param>
/// <param name="Theme">The theme's id; empty for what is outside the agenda.</param>
/// <param name="Kind">What the message is.</param>
/// <param name="Quote">Its most central words.</param>
/// <param name="Groups">Stakeholder groups on either side.</param>
/// <param name="Supporting">Contributions for it.</param>
/// <param name="Opposing">Contributions against it.</param>
/// <param name="Of">Contributions on the theme.</param>
public sealed record BriefMessage(
    string Message, string Theme, MessageKind Kind, Quote Quote, IReadOnlyList<string> Groups, int Supporting, int Opposing, int Of);

/// <summary>A group's share: the group's key (<c>civil-society</c>, <c>not-stated</c>) and how many contributions.</summary>
public sealed record GroupCount(string Group, int Contributions);

/// <summary>A key phrase of a theme.</summary>
/// <param name="Text">As most contributions write it.</param>
/// <param name="Contributions">How many use it, whatever its case and spacing.</param>
/// <param name="Score">Mean of their scores, 0 to 1.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
public sealed record ThemePhrase(string Text, int Contributions, double Score, string Language);
