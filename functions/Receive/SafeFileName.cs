using System.Globalization;
using System.Text;
using Intake.Extract;

namespace Intake.Receive;

/// <summary>
/// A file's name as it may be shown and saved under: the base name, without controls, direction marks or separators, at
/// most 255 bytes of UTF-8, never empty and never a name with a meaning of its own.
/// </summary>
public static class SafeFileName
{
    /// <summary>What ext4, NTFS and APFS allow.</summary>
    public const int MaxBytes = 255;

    /// <summary>UTF-16 units looked at, from the end; nobody names a file at greater length.</summary>
    private const int MaxRead = 4096;

    private const string Nameless = "document";

    private static readonly string[] Devices = ["CON", "PRN", "AUX", "NUL", "CLOCK$", "CONIN$", "CONOUT$"];

    public static string Of(string? name)
    {
        var given = name ?? "";
        given = Characters.WellFormed(given.Length > MaxRead ? given[^MaxRead..] : given);
        var clean = new StringBuilder();
        foreach (var rune in given[(given.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes())
        {
            clean.Append(IsSafe(rune) ? rune.ToString() : Rune.IsWhiteSpace(rune) ? " " : rune.Value is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? "_" : "");
        }

        var safe = Shorten(string.Join(' ', clean.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ' '));
        if (safe.Trim('.', ' ', '_').Length == 0)
        {
            return Nameless;
        }

        // "CON", and "CON.txt" too, is a device on Windows.
        var stem = safe.Split('.')[0].TrimEnd();
        var isDevice = Devices.Contains(stem, StringComparer.OrdinalIgnoreCase)
            || (stem.Length == 4 && char.IsAsciiDigit(stem[3]) && (stem.StartsWith("COM", StringComparison.OrdinalIgnoreCase) || stem.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
        return isDevice ? Shorten("_" + safe) : safe;
    }

    /// <summary>No controls, no characters that change direction or cannot be seen, no line ends, nothing private or unassigned.</summary>
    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
        && (rune.Value == ' ' || !Rune.IsWhiteSpace(rune)) && rune.Value is not (':' or '*' or '?' or '"' or '<' or '>' or '|');

    /// <summary>Cut in front of the extension, at the boundary of a character as people see it.</summary>
    private static string Shorten(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var extension = Path.GetExtension(name) is { Length: > 1 and <= 12 } found ? found : "";
        var room = MaxBytes - Encoding.UTF8.GetByteCount(extension);
        var kept = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(name[..^extension.Length]);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            room -= Encoding.UTF8.GetByteCount(element);
            if (room < 0)
            {
                break;
            }

            kept.Append(element);
        }

        return kept.ToString().TrimEnd('.', ' ') + extension;
    }
}
