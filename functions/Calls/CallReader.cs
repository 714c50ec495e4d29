using System.Globalization;
using System.Text.Json;

namespace Intake.Calls;

/// <summary>Reads a call's JSON and names every mistake in it by its JSON path.</summary>
public static class CallReader
{
    private const int MaxThemes = 100;
    private const int MaxQuestions = 200;
    private const int MaxKeywords = 200;
    private const int MaxTags = 20;
    private const int MaxRecipients = 200;
    private const int MaxTitle = 300;
    private const int MaxProse = 20_000;
    private const int MaxWord = 200;

    /// <summary>The call, or null with <paramref name="errors"/>.</summary>
    /// <param name="id">The id in the address; the document may repeat it, but not say another.</param>
    public static Call? Read(JsonElement json, string id, List<InputError> errors)
    {
        var root = new JsonReading(json, "$", errors);
        if (!root.IsObject(
            "id", "title", "description", "stage", "opens", "closes", "timeZone", "languages", "themes", "questions",
            "mailbox", "format", "meetings", "digest", "rules"))
            return null;

        if (!CallId.IsValid(id))
            errors.Add(new InputError("$.id", CallId.Rule));
        if (root.Member("id") is { } own && own.Text(MaxWord) is { } said && said != id)
            own.Error($"is not the id in the address, '{id}'");

        var zone = Zone(root.Member("timeZone"));
        var themes = Themes(root.Member("themes"));
        var call = new Call
        {
            Id = id,
            Title = Required(root, "title", MaxTitle),
            Description = root.Member("description")?.Text(MaxProse) ?? "",
            Stage = root.Member("stage")?.OneOf<Stage>() ?? Stage.Consultation,
            TimeZone = zone.Id,
            Opens = CallTime.Required(root, "opens", zone),
            Closes = CallTime.Required(root, "closes", zone),
            Languages = Languages(root.Member("languages")),
            Themes = themes,
            Questions = Questions(root.Member("questions"), themes),
            Mailbox = Mailbox(root.Member("mailbox")),
            Format = root.Member("format")?.Text(MaxProse)?.Trim() is { Length: > 0 } format ? format : null,
            Meetings = MeetingsReader.Read(root.Member("meetings"), zone),
            Digest = Digest(root.Member("digest")),
            Rules = RulesReader.Read(root.Member("rules")),
        };
        if (errors.Count == 0 && call.Closes <= call.Opens)
            errors.Add(new InputError("$.closes", "must be after opens"));
        return errors.Count == 0 ? call : null;
    }

    private static string Required(JsonReading parent, string name, int max)
    {
        if (parent.Member(name) is not { } member)
        {
            parent.Errors.Add(new InputError($"{parent.Path}.{name}", "is missing"));
            return "";
        }

        var text = member.Text(max);
        if (text is not null && string.IsNullOrWhiteSpace(text))
            member.Error("must not be empty");
        return text?.Trim() ?? "";
    }

    private static TimeZoneInfo Zone(JsonReading? member)
    {
        if (member?.Text(MaxWord) is not { } name)
            return TimeZoneInfo.Utc;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        member.Value.Error("is not a time zone; write an IANA name such as Europe/Zurich");
        return TimeZoneInfo.Utc;
    }

    private static IReadOnlyList<string> Languages(JsonReading? member) =>
        member is null ? ["en"] : [.. member.Value.Items(50).Select(item =>
        {
            var tag = item.Text(35);
            if (tag is not null && !LanguageTag.IsValid(tag))
                item.Error("must be a language tag such as en, fr or zh-Hans");
            return tag ?? "";
        })];

    private static List<Theme> Themes(JsonReading? member)
    {
        var themes = new List<Theme>();
        foreach (var item in member?.Items(MaxThemes) ?? [])
        {
            if (!item.IsObject("id", "title", "description", "keywords", "crossCutting"))
                continue;
            var id = Required(item, "id", MaxWord);
            if (id.Length > 0 && !CallId.IsWord(id))
                item.Member("id")?.Error("may have only a-z, 0-9 and hyphens, 60 at most");
            if (themes.Exists(theme => theme.Id == id))
                item.Member("id")?.Error($"'{id}' stands twice");
            themes.Add(new Theme
            {
                Id = id,
                Title = Required(item, "title", MaxTitle),
                Description = item.Member("description")?.Text(MaxProse) ?? "",
                Keywords = [.. (item.Member("keywords")?.Items(MaxKeywords) ?? []).Select(word => word.Text(MaxWord) ?? "")],
                CrossCutting = [.. (item.Member("crossCutting")?.Items(MaxTags) ?? []).Select(word => CleanText.Line(word.Text(MaxWord) ?? ""))],
            });
        }

        return themes;
    }

    private static List<Question> Questions(JsonReading? member, List<Theme> themes)
    {
        var questions = new List<Question>();
        foreach (var item in member?.Items(MaxQuestions) ?? [])
        {
            if (!item.IsObject("number", "text", "themes"))
                continue;
            if (item.Member("number") is not { } numberMember)
            {
                item.Error("has no number");
                continue;
            }

            var number = (int)(numberMember.Whole(1, 9999) ?? 0);
            if (questions.Exists(question => question.Number == number))
                numberMember.Error(string.Create(CultureInfo.InvariantCulture, $"{number} stands twice"));
            questions.Add(new Question
            {
                Number = number,
                Text = Required(item, "text", MaxProse),
                Themes = [.. (item.Member("themes")?.Items(MaxThemes) ?? []).Select(reference =>
                {
                    var id = reference.Text(MaxWord);
                    if (id is not null && !themes.Exists(theme => theme.Id == id))
                        reference.Error($"names no theme of this call: '{id}'");
                    return id ?? "";
                })],
            });
        }

        return questions;
    }

    private static string? Mailbox(JsonReading? member)
    {
        var tag = member?.Text(MaxWord);
        if (tag is not null && !CallId.IsWord(tag))
            member!.Value.Error("may have only a-z, 0-9 and hyphens, 60 at most");
        return tag;
    }

    private static DigestPlan Digest(JsonReading? member)
    {
        if (member is not { } plan || !plan.IsObject("schedule", "recipients", "daysBeforeMeetings"))
            return new DigestPlan();
        var schedule = plan.Member("schedule")?.Text(MaxWord);
        if (schedule is not null && !Ncrontab.TryParse(schedule, out _, out var mistake))
            plan.Member("schedule")?.Error($"{mistake} Write a schedule of six fields (second minute hour day month weekday) such as 0 0 8 * * MON");
        return new DigestPlan
        {
            Schedule = schedule,
            DaysBeforeMeetings = (int?)plan.Member("daysBeforeMeetings")?.Whole(0, 365),
            Recipients = [.. (plan.Member("recipients")?.Items(MaxRecipients) ?? []).Select(item =>
            {
                var address = item.Text(MaxWord);
                if (address is not null && !EmailAddress.IsValid(address))
                    item.Error("must be an e-mail address");
                return address ?? "";
            })],
        };
    }
}
