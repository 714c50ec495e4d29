namespace Intake;

/// <summary>BCP 47 tags, as far as Intake needs them: well-formed, not necessarily registered.</summary>
public static class LanguageTag
{
    public const string Unknown = "und";

    /// <summary>No tag in use is longer; RFC 5646, 4.4.1.</summary>
    private const int Longest = 35;

    public static bool IsValid(string? tag) =>
        tag is { Length: >= 2 and <= Longest }
        && tag.Split('-') is [{ Length: 2 or 3 } language, .. var subtags]
        && language.All(char.IsAsciiLetter)
        && subtags.All(subtag => subtag.Length is > 0 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit));

    /// <summary>The tag, or <c>und</c> when it is none: safe to stand in a page's attribute.</summary>
    public static string Clean(string? tag) => IsValid(tag) ? tag! : Unknown;
}
