namespace Intake.Synthesis;

/// <summary>Language tags as they may stand in a page's attributes.</summary>
internal static class LanguageTag
{
    /// <summary>No tag in use is longer; RFC 5646, 4.4.1.</summary>
    private const int Longest = 35;

    /// <summary>The tag, or <c>und</c> when it is none.</summary>
    public static string Clean(string? tag) =>
        tag is { Length: >= 2 and <= Longest }
        && char.IsAsciiLetter(tag[0])
        && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && !tag.EndsWith('-')
            ? tag
            : "und";
}
