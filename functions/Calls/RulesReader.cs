namespace Intake.Calls;

/// <summary>Reads the rules in a call's JSON.</summary>
internal static class RulesReader
{
    /// <summary>What the platform lets through in one request; a call cannot allow more.</summary>
    private const long MostFileBytes = 100_000_000;

    private const int MostFiles = 50;
    private const int MostTextCharacters = 1_000_000;

    public static Rules Read(JsonReading? member)
    {
        var rules = new Rules();
        if (member is not { } json
            || !json.IsObject("late", "maxFileBytes", "maxFiles", "maxTextCharacters", "publish", "noticeDays", "expected"))
            return rules;
        return new Rules
        {
            Late = json.Member("late")?.OneOf<LateRule>() ?? rules.Late,
            MaxFileBytes = json.Member("maxFileBytes")?.Whole(1, MostFileBytes) ?? rules.MaxFileBytes,
            MaxFiles = (int)(json.Member("maxFiles")?.Whole(0, MostFiles) ?? rules.MaxFiles),
            MaxTextCharacters = (int)(json.Member("maxTextCharacters")?.Whole(1, MostTextCharacters) ?? rules.MaxTextCharacters),
            Publish = json.Member("publish")?.OneOf<PublishAs>() ?? rules.Publish,
            NoticeDays = (int?)json.Member("noticeDays")?.Whole(0, 3_650),
            Expected = Expected(json.Member("expected")),
        };
    }

    private static SortedDictionary<StakeholderGroup, int> Expected(JsonReading? member)
    {
        var expected = new SortedDictionary<StakeholderGroup, int>();
        if (member is null)
            return expected;
        foreach (var (name, value) in member.Value.Members())
        {
            if (!Words.TryParse<StakeholderGroup>(name, out var group))
                value.Error($"is not a stakeholder group; they are {string.Join(", ", Words.All<StakeholderGroup>())}");
            else if (value.Whole(0, 1_000_000) is { } count)
                expected[group] = (int)count;
        }

        return expected;
    }
}
