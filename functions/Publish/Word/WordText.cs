using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>Text as XML can hold it, and runs of it in their language and direction.</summary>
internal static class WordText
{
    /// <summary>Longer tags are nobody's.</summary>
    private const int LongestTag = 35;

    /// <summary>Without the signs that XML 1.0 has no way to write.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r')
                clean.Append(rune.Value == '\n' ? '\n' : ' ');
            else if (rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF))
                clean.Append(rune);
            else
                clean.Append('\uFFFD');
        }

        return clean.ToString();
    }

    /// <param name="text">Line ends become line breaks.</param>
    /// <param name="language">BCP 47 tag of words of others; null for ours, <c>und</c> when it is not known.</param>
    public static IEnumerable<Run> Runs(string text, string? language = null, RunProperties? properties = null)
    {
        var own = properties ?? new RunProperties();
        if (language is not null)
        {
            if (Languages.Direction(language, text) == "rtl")
                own.RightToLeftText = new RightToLeftText();
            if (language != "und" && language.Length is > 0 and <= LongestTag && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
                own.Languages = Tag(language);
        }

        foreach (var (index, line) in Clean(text).Split('\n').Index())
        {
            var run = new Run();
            if (own.HasChildren)
                run.Append(own.CloneNode(deep: true));
            if (index > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
            yield return run;
        }
    }

    /// <summary>Word tells Latin, East Asian and right-to-left text apart, each with a language of its own.</summary>
    private static DocumentFormat.OpenXml.Wordprocessing.Languages Tag(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "zh" or "ja" or "ko" => new() { EastAsia = language },
        _ when Languages.Direction(language) == "rtl" => new() { Bidi = language },
        _ => new() { Val = language },
    };
}
