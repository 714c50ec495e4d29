namespace Intake.Calls;

/// <summary>What ids that people choose may look like: safe in addresses, keys, blob names and mail tags.</summary>
public static class CallId
{
    public const string Rule = "must be 3 to 40 of a-z, 0-9 and hyphen, beginning with a letter or digit";

    public const string WordRule = "must be 1 to 60 of a-z, 0-9 and hyphen, beginning with a letter or digit";

    public static bool IsValid(string? id) => id is { Length: >= 3 and <= 40 } && IsWord(id);

    /// <summary>Lower-case letters, digits and hyphens, at most 60, not beginning with a hyphen.</summary>
    public static bool IsWord(string? word) =>
        word is { Length: > 0 and <= 60 } && word[0] != '-'
        && word.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
