namespace Intake.FollowUps;

/// <summary>Ids of a digest's messages: a theme's id, a hyphen and eight hex digits. Only their form is known here.</summary>
internal static class MessageId
{
    public const string Rule = "must be a message's id, such as financing-1a2b3c4d";

    private const int MaxLength = 80;

    public static bool IsValid(string? id) => id is { Length: > 0 and <= MaxLength }
        && id.All(character => character is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
