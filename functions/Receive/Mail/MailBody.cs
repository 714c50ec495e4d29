using System.Text;
using Intake.Extract;
using Intake.Extract.Charsets;
using Intake.Extract.Html;

namespace Intake.Receive.Mail;

/// <summary>Which entities of a message are its text, and which are files that came with it.</summary>
internal sealed class MailBody
{
    private readonly MailLimits _limits;
    private readonly StringBuilder _text = new();
    private readonly List<MailAttachment> _attachments = [];
    private readonly List<string> _problems = [];

    private MailBody(MailLimits limits) => _limits = limits;

    public string Text => _text.ToString();

    /// <summary>All of the text was HTML.</summary>
    public bool WasHtml { get; private set; }

    public IReadOnlyList<MailAttachment> Attachments => _attachments;

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The text's parts are joined in the order of the message, an empty line between them.</summary>
    public static MailBody Of(MimePart root, MailLimits limits, CancellationToken ct)
    {
        var body = new MailBody(limits);
        var pending = new Stack<(MimePart Part, bool IsRelated)>([(root, false)]);
        while (pending.TryPop(out var next))
        {
            ct.ThrowIfCancellationRequested();
            var (part, isRelated) = next;
            if (part.IsMultipart)
            {
                var children = part.Type == "multipart/alternative" ? body.Alternative(part, ct) : part.Parts;
                for (var i = children.Count - 1; i >= 0; i--)
                {
                    pending.Push((children[i], part.Type == "multipart/related" || isRelated));
                }
            }
            else if (IsText(part))
            {
                body.AddText(TextOf(part, limits, ct), part.Type == "text/html");
            }
            else
            {
                body.Attach(part, isRelated, part == root);
            }
        }

        return body;
    }

    /// <summary>The text in one entity; HTML as it is read on a screen.</summary>
    public static string TextOf(MimePart part, MailLimits limits, CancellationToken ct)
    {
        var decoded = part.Decoded();
        var charset = part.ContentType["charset"];
        if (part.Type == "text/html")
        {
            return HtmlToText(decoded, charset, limits, ct);
        }

        var text = Characters.Clean(Charset.Decode(decoded.Span, charset).Text);
        return string.Equals(part.ContentType["format"], "flowed", StringComparison.OrdinalIgnoreCase)
            ? FlowedText.Unflow(text, string.Equals(part.ContentType["delsp"], "yes", StringComparison.OrdinalIgnoreCase))
            : text;
    }

    public static string HtmlToText(ReadOnlyMemory<byte> html, string? charset, MailLimits limits, CancellationToken ct) =>
        new HtmlReader(new ExtractLimits { Characters = limits.Characters }).Read(html, charset, ct).Text;

    /// <summary>Plain text and HTML without a file name; a file name given with the type alone is old programs' habit.</summary>
    private static bool IsText(MimePart part) =>
        part.Type is "text/plain" or "text/html" && part.Disposition.Value != "attachment" && part.Disposition["filename"] is null;

    private void AddText(string text, bool isHtml)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        WasHtml = isHtml && (_text.Length == 0 || WasHtml);
        _text.Append(_text.Length > 0 ? "\n\n" : "");
        var kept = Characters.Beginning(text, Math.Max(0, _limits.Characters - _text.Length));
        _text.Append(kept);
        if (kept.Length < text.Length)
        {
            Problem(BlockWriter.Cut(_text.Length));
        }
    }

    /// <summary>
    /// Of the renderings of one text the plain one is taken, unless it is empty; else the HTML. A rendering may be a
    /// multipart itself. What is no text rendering is attached all the same: a calendar entry, a picture.
    /// </summary>
    private List<MimePart> Alternative(MimePart part, CancellationToken ct)
    {
        var texts = part.Parts.Where(child => IsText(child) || child.IsMultipart).ToList();
        var chosen = texts.FindAll(child => child.Type == "text/plain" && IsText(child) && !string.IsNullOrWhiteSpace(TextOf(child, _limits, ct)));
        if (chosen.Count == 0 && (texts.Find(child => child.IsMultipart) ?? texts.Find(child => child.Type == "text/html")) is { } other)
        {
            chosen.Add(other);
        }

        return [.. part.Parts.Where(child => chosen.Contains(child) || child.IsMultipart || !texts.Contains(child))
            .Select(child => child.IsMultipart && !chosen.Contains(child) ? WithoutText(child) : child)];
    }

    /// <summary>A rendering not chosen is read for the files in it (an Apple Mail keeps PDFs beside the HTML) but not for its text.</summary>
    private static MimePart WithoutText(MimePart part)
    {
        var files = new MimePart(part.Headers) { IsMultipart = true };
        var pending = new Stack<MimePart>([part]);
        while (pending.TryPop(out var next))
        {
            for (var i = next.Parts.Count - 1; i >= 0 && next.IsMultipart; i--)
            {
                pending.Push(next.Parts[i]);
            }

            if (!next.IsMultipart && !IsText(next))
            {
                files.Parts.Add(next);
            }
        }

        return files;
    }

    private void Attach(MimePart part, bool isRelated, bool isWhole)
    {
        var isSealed = part.Type is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "application/pgp-encrypted";
        if (isSealed)
        {
            Problem("The message, or a part of it, is encrypted or sealed and could not be read; it is kept as received.");
        }
        else if (part.Type == "message/partial")
        {
            Problem("This is one piece of a message that was sent in several; it is kept as received.");
        }

        if (part.Body.IsEmpty && part.FileName is null && (isWhole || part.Headers.Count == 0))
        {
            return;
        }

        if (_attachments.Count >= _limits.Attachments)
        {
            Problem($"The message has more than {_limits.Attachments} attachments; the rest was not read.");
            return;
        }

        var isInline = part.Disposition.Value != "attachment" && (isRelated || part.Headers.First("Content-ID") is not null) && part.Type.StartsWith("image/", StringComparison.Ordinal);
        _attachments.Add(new(SafeFileName.Of(part.FileName ?? DefaultName(part)), part.Type, part.Decoded(), isInline));
    }

    /// <summary>A name for a file without one. A message within the message is named by its subject.</summary>
    private static string DefaultName(MimePart part)
    {
        if (part.Type == "message/rfc822")
        {
            var inner = new HeaderList();
            HeaderList.Read(part.Decoded().Span, 0, new MailLimits(), inner);
            return (inner["Subject"] is { Length: > 0 } subject ? subject.Replace('/', '-').Replace('\\', '-') : "message") + ".eml";
        }

        return "document" + part.Type switch
        {
            "application/pdf" => ".pdf",
            "text/plain" => ".txt",
            "text/html" => ".html",
            "text/calendar" => ".ics",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/gif" => ".gif",
            "application/msword" => ".doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
            _ => "",
        };
    }

    private void Problem(string sentence)
    {
        if (!_problems.Contains(sentence))
        {
            _problems.Add(sentence);
        }
    }
}
