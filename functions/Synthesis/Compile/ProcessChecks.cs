using System.Globalization;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>Checks how the call was held against what it says of itself.</summary>
internal static class ProcessChecks
{
    private const int FewestLanguages = 2;

    public static Process Of(Call call, Participation participation, Tally all, DateTimeOffset now) => new(
        [
            Notice(call),
            Channels(participation),
            Languages(call),
            Meetings(call),
            Check(ProcessCheckKind.Format, call.Format is not null,
                "The call says what form a contribution may have.", "The call does not say what form a contribution may have."),
            Heard(call, participation, now),
        ],
        [.. all.Under("day").Select(day => new DayCount(DateOnly.ParseExact(day.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), day.Count))],
        [.. call.Meetings.Select(meeting => new ProcessMeeting(meeting.Title, meeting.Starts, meeting.Remote))]);

    private static ProcessCheck Notice(Call call)
    {
        var days = (int)Math.Floor((call.Closes - call.Opens).TotalDays);
        return call.Rules.NoticeDays is { } rule
            ? new ProcessCheck(ProcessCheckKind.Notice, days >= rule, Invariant($"{days} {Days(days)} from opening to closing; the call's rule is {rule}."))
            : new ProcessCheck(ProcessCheckKind.Notice, false, Invariant($"{days} {Days(days)} from opening to closing; the call sets no rule to hold that against."));
    }

    private static ProcessCheck Channels(Participation participation)
    {
        var used = participation.Channels.Where(channel => channel.Received > 0 && channel.Key != GroupKey.NotStated).Select(channel => channel.Key).ToList();
        return new ProcessCheck(ProcessCheckKind.Channels, true,
            $"Open by web form, e-mail and programming interface; used: {(used.Count == 0 ? "none yet" : string.Join(", ", used))}.");
    }

    private static ProcessCheck Languages(Call call) => Check(
        ProcessCheckKind.Languages, call.Languages.Count >= FewestLanguages,
        Invariant($"The working group reads {call.Languages.Count} languages; contributions are taken in any."),
        "The working group reads one language only; contributions are taken in any.");

    private static ProcessCheck Meetings(Call call)
    {
        var remote = call.Meetings.Count(meeting => meeting.Remote);
        return new ProcessCheck(ProcessCheckKind.Meetings, remote > 0, call.Meetings.Count == 0
            ? "The call names no meeting."
            : Invariant($"{call.Meetings.Count} {(call.Meetings.Count == 1 ? "meeting" : "meetings")}, {remote} of them open from afar."));
    }

    private static ProcessCheck Heard(Call call, Participation participation, DateTimeOffset now)
    {
        if (call.Rules.Expected.Count == 0)
            return new ProcessCheck(ProcessCheckKind.Heard, false, "The call does not say whom it expects to hear.");
        var missing = participation.Expected.Where(group => group.Missing > 0).Select(group => group.Group.Replace('-', ' ')).ToList();
        return new ProcessCheck(ProcessCheckKind.Heard, missing.Count == 0, missing.Count == 0
            ? "Every stakeholder group was heard as often as expected."
            : $"{(now < call.Closes ? "Not heard yet" : "Not heard")} as often as expected: {string.Join(", ", missing)}.");
    }

    private static ProcessCheck Check(ProcessCheckKind kind, bool passed, string yes, string no) => new(kind, passed, passed ? yes : no);

    private static string Days(int days) => days == 1 ? "day" : "days";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
