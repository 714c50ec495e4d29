using System.Text;

namespace Intake.Receive.Mail;

/// <summary>Comments in header fields (RFC 5322, section 3.2.2): counted, not nested, so that depth costs no stack.</summary>
internal static class HeaderComment
{
    /// <summary>The text without its comments; one that is not closed is no comment.</summary>
    public static string Remove(string text)
    {
        if (!text.Contains('(', StringComparison.Ordinal))
        {
            return text;
        }

        var (kept, depth, opened, isQuoted) = (new StringBuilder(text.Length), 0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var unit = text[i];
            if (unit == '\\' && i + 1 < text.Length)
            {
                kept.Append(depth == 0 ? text[i..(i + 2)] : "");
                i++;
            }
            else if (unit == '"' && depth == 0)
            {
                isQuoted = !isQuoted;
                kept.Append(unit);
            }
            else if (unit == '(' && !isQuoted)
            {
                (depth, opened) = (depth + 1, depth == 0 ? i : opened);
            }
            else if (unit == ')' && depth > 0)
            {
                depth--;
            }
            else if (depth == 0)
            {
                kept.Append(unit);
            }
        }

        return depth > 0 ? kept.Append(text, opened, text.Length - opened).ToString() : kept.ToString();
    }
}
