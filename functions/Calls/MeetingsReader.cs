namespace Intake.Calls;

/// <summary>Reads the meetings in a call's JSON.</summary>
internal static class MeetingsReader
{
    private const int MaxMeetings = 200;
    private const int MaxTitle = 300;

    /// <returns>In order of time.</returns>
    public static IReadOnlyList<Meeting> Read(JsonReading? member, TimeZoneInfo zone)
    {
        var meetings = new List<Meeting>();
        foreach (var item in member?.Items(MaxMeetings) ?? [])
        {
            if (!item.IsObject("title", "starts", "remote"))
                continue;
            var title = CleanText.Line(item.Member("title")?.Text(MaxTitle) ?? "");
            if (title.Length == 0)
                item.Error("has no title");
            meetings.Add(new Meeting(title, CallTime.Required(item, "starts", zone), item.Member("remote")?.Flag() ?? false));
        }

        return [.. meetings.OrderBy(meeting => meeting.Starts).ThenBy(meeting => meeting.Title, StringComparer.Ordinal)];
    }
}
