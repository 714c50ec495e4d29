using System.Text;

namespace Intake.Receive.Mail;

/// <summary>format=flowed (RFC 3676): a line that ends in a blank goes on in the next line of the same quoting depth.</summary>
internal static class FlowedText
{
    /// <param name="text">Lines end with <c>\n</c>.</param>
    /// <param name="deletesBlank">DelSp=yes: the blank at the line's end is no part of the text.</param>
    public static string Unflow(string text, bool deletesBlank)
    {
        var unflowed = new StringBuilder(text.Length);
        var flowing = -1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var depth = line.IndexOfAnyExcept('>') is var first and >= 0 ? first : line.Length;
            var content = line[depth..];
            content = content.StartsWith(" ") ? content[1..] : content;

            // The mark of a signature ends in a blank, but never flows.
            var isSignature = content is "-- ";
            if (flowing != depth || isSignature)
            {
                EndLine();
                unflowed.Append(line[..depth]).Append(depth > 0 && !content.IsEmpty ? " " : "");
            }

            var flows = content.EndsWith(" ") && !isSignature;
            unflowed.Append(flows && deletesBlank ? content[..^1] : content);
            flowing = flows ? depth : -1;
            if (!flows)
            {
                unflowed.Append('\n');
            }
        }

        // The split made one line more than there are line ends.
        return unflowed.Length > 0 && unflowed[^1] == '\n' ? unflowed.ToString(0, unflowed.Length - 1) : unflowed.ToString();

        void EndLine()
        {
            if (flowing >= 0)
            {
                unflowed.Append('\n');
            }
        }
    }
}
