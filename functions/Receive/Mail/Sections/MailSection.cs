namespace Intake.Receive.Mail.Sections;

/// <summary>What a stretch of a mail's text is.</summary>
public enum MailSectionKind
{
    /// <summary>The sender's own words, or the letter that was forwarded.</summary>
    Own,

    /// <summary>What somebody wrote before: the history below an answer, or lines quoted in it.</summary>
    Quoted,

    /// <summary>Name and address of the sender, or of the program it was sent with.</summary>
    Signature,

    /// <summary>A legal notice, or what a mailing list adds.</summary>
    Footer,

    /// <summary>Who wrote a forwarded letter, when and to whom.</summary>
    ForwardingHeader,

    /// <summary>A file written into the text (uuencode); it is among the attachments.</summary>
    EncodedFile,
}

/// <summary>A stretch of <see cref="InboundMail.Text"/>: ascending, not overlapping; empty lines lie between them.</summary>
/// <param name="Start">First UTF-16 unit in the text.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Depth">Quote marks that every line begins with and that are no part of it: a letter forwarded as a quote.</param>
public sealed record MailSection(int Start, int End, MailSectionKind Kind, int Depth = 0)
{
    /// <summary>Its words, without the quote marks.</summary>
    public string In(string text)
    {
        var whole = text[Start..End];
        if (Depth == 0)
        {
            return whole.Trim();
        }

        var lines = whole.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan();
            for (var depth = Depth; depth > 0 && line.TrimStart() is ['>', .. var rest]; depth--)
            {
                line = rest;
            }

            lines[i] = (line is [' ', .. var content] ? content : line).ToString();
        }

        return string.Join('\n', lines).Trim();
    }
}
