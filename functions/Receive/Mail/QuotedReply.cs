using System.Text.RegularExpressions;

namespace Intake.Receive.Mail;

/// <summary>Finds where the sender's own words end and the quoted history or the signature begins.</summary>
internal static partial class QuotedReply
{
    /// <summary>Longest line that is looked at for the mark of a reply.</summary>
    private const int Longest = 300;

    /// <param name="text">Lines end with <c>\n</c>.</param>
    public static string OwnText(string text)
    {
        var end = text.Length;
        var lineStart = 0;
        while (lineStart < text.Length)
        {
            var lineEnd = text.IndexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.Length : lineEnd;
            if (EndsOwnText(text, lineStart, lineEnd))
            {
                end = lineStart;
                break;
            }

            lineStart = lineEnd + 1;
        }

        var own = WithoutQuotesAtEnd(text[..end]).Trim();
        return own.Length > 0 ? own : text.Trim();
    }

    private static bool EndsOwnText(string text, int start, int end)
    {
        if (end - start > Longest)
        {
            return false;
        }

        var line = text[start..end];
        if (line is "-- " or "--" || Separator().IsMatch(line))
        {
            return true;
        }

        // "On … wrote:" may be wrapped; what follows it is quoted.
        var nextEnd = end < text.Length ? text.IndexOf('\n', end + 1) : -1;
        var two = end < text.Length ? text[start..(nextEnd < 0 ? text.Length : Math.Min(nextEnd, start + (2 * Longest)))] : line;
        return Attribution().IsMatch(line) || (Attribution().IsMatch(two.Replace('\n', ' ')) && !line.TrimEnd().EndsWith('.'));
    }

    private static string WithoutQuotesAtEnd(string text)
    {
        var end = text.Length;
        while (end > 0)
        {
            var start = text.LastIndexOf('\n', end - 1) + 1;
            var line = text.AsSpan(start..end).Trim();
            if (!line.IsEmpty && line[0] != '>')
            {
                break;
            }

            end = Math.Max(0, start - 1);
        }

        return text[..end];
    }

    [GeneratedRegex(@"^\s*(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original|исходное сообщение|原始邮件|forwarded message.*)\s*-{2,}|_{20,})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*(?:on|am|le|el|em|il|op)\b.{6,400}(?:wrote|schrieb.{0,100}|a écrit|escribió|escreveu|ha scritto|schreef.{0,100})\s*:\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribution();
}
