namespace Intake;

/// <summary>BCP 47 tags, as far as Intake needs them: well-formed, not necessarily registered.</summary>
public static class LanguageTag
{
    public static bool IsValid(string tag)
    {
        var parts = tag.Split('-');
        return tag.Length <= 35
            && parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }
}
