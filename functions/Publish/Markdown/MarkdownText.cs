using System.Text;

namespace Intake.Publish;

/// <summary>
/// Text of others made harmless in Markdown: it comes out as it was written, in plain CommonMark and in the dialects that
/// add tables, attributes, mathematics or links to bare addresses.
/// </summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}[]|~^$#@+=";

    /// <summary>Signs that mean something only where a line begins.</summary>
    private const string AtStart = "-:.!%\"';,)(/?";

    /// <summary>On one line, spaces run together as every reader of Markdown does anyway.</summary>
    public static string Escape(string? text, bool startsLine = false)
    {
        var escaped = new StringBuilder((text?.Length ?? 0) + 16);
        var digits = 0;
        var previous = '\0';
        var line = text ?? "";
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (escaped.Length > 0 && previous != ' ')
                {
                    escaped.Append(previous = ' ');
                }

                continue;
            }

            var isStart = startsLine && escaped.Length == 0;
            var isListNumber = startsLine && digits > 0 && digits == escaped.Length && c is '.' or ')';

            // "www.x", "http://x" and "javascript:x" are shown, never linked.
            var isAddress = (c == '.' && previous is 'w' or 'W') || (c == '/' && previous is ':' or '/')
                || (c == ':' && i + 1 < line.Length && !char.IsWhiteSpace(line[i + 1]) && !char.IsAsciiDigit(line[i + 1]));
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when Special.Contains(c) || isListNumber || isAddress || (isStart && AtStart.Contains(c)) =>
                    escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
            digits += char.IsAsciiDigit(c) && digits == escaped.Length - 1 ? 1 : 0;
            previous = c;
        }

        return escaped.ToString().TrimEnd(' ');
    }
}
