using System.Text;
using Intake.Extract;
using Intake.Extract.Charsets;
using Intake.Extract.Html;

namespace Intake.Receive.Mail;

/// <summary>Which entities of a message are its text, and which are files that came with it.</summary>
internal sealed class MailBody
{
    /// <summary>Messages in an envelope of code (S/MIME, an encoded multipart) that are opened; real mail has one, or two.</summary>
    private const int MostEnvelopes = 5;

    private const string Encrypted = "The message, or a part of it, is encrypted or sealed and could not be read; it is kept as received.";

    /// <summary>What programs add for each other: signatures, and the half of a file that only a Mac of 1995 reads.</summary>
    private static readonly string[] Machinery =
        ["application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature", "application/applefile", "application/pgp-encrypted"];

    private readonly MailLimits _limits;
    private readonly StringBuilder _text = new();
    private readonly List<MailAttachment> _attachments = [];
    private readonly List<Range> _files = [];
    private readonly List<string> _problems = [];
    private bool _wasHtml;
    private int _envelopes;

    private MailBody(MailLimits limits) => _limits = limits;

    /// <summary>The text's parts are joined in the order of the message, an empty line between them.</summary>
    /// <param name="root">The message.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="problems">What goes wrong is added here, once.</param>
    /// <param name="ct">Ends the reading.</param>
    public static MailContent Of(MimePart root, MailLimits limits, List<string> problems, CancellationToken ct)
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
            else if (body.Opened(part) is { } inner)
            {
                pending.Push((inner, isRelated));
            }
            else if (IsText(part))
            {
                body.AddText(part, ct);
            }
            else
            {
                body.Attach(part, isRelated, part == root);
            }
        }

        problems.AddRange(body._problems.Except(problems));
        return new(body._text.ToString(), body._wasHtml, body._attachments, body._files);
    }

    /// <summary>The entity within this one, when this is only its envelope: signed data, or a multipart that was encoded as a whole.</summary>
    private MimePart? Opened(MimePart part)
    {
        var isSealed = part.Type is "application/pkcs7-mime" or "application/x-pkcs7-mime";
        var isEncoded = part.IsUndivided && part.Encoding is ("base64" or "quoted-printable");
        if ((!isSealed && !isEncoded) || _envelopes >= MostEnvelopes)
        {
            return null;
        }

        var content = isSealed ? SignedData.Content(part.Decoded()) : part.Decoded();
        if (content is not { Length: > 0 } found)
        {
            return null;
        }

        _envelopes++;
        if (isSealed)
        {
            // The signature is in the envelope only.
            Add(part, isInline: true);
        }

        var parser = new MimeParser(found, _limits);
        var inner = parser.Parse(isSealed ? null : part.Headers.Without("Content-Transfer-Encoding"));
        _problems.AddRange(parser.Problems.Except(_problems));
        return inner;
    }

    /// <summary>The text in one entity; HTML as it is read on a screen.</summary>
    public static string TextOf(MimePart part, MailLimits limits, CancellationToken ct)
    {
        var decoded = part.DecodedText();
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

    /// <summary>
    /// Plain text and HTML that is no attachment. A file name given with the type alone is old programs' habit; one with
    /// "inline" makes it both.
    /// </summary>
    private static bool IsText(MimePart part) => part.Type is "text/plain" or "text/html"
        && (part.Disposition.Value == "inline" || (part.Disposition.Value != "attachment" && part.Disposition["filename"] is null));

    private void AddText(MimePart part, CancellationToken ct)
    {
        var (text, isHtml) = (TextOf(part, _limits, ct), part.Type == "text/html");
        if (part.Disposition["filename"] is { Length: > 0 })
        {
            // To be shown within the text, but a file all the same.
            Add(part, isInline: true);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        _wasHtml = isHtml && (_text.Length == 0 || _wasHtml);
        _text.Append(_text.Length > 0 ? "\n\n" : "");
        var start = _text.Length;
        var kept = Characters.Beginning(text, Math.Max(0, _limits.Characters - start));
        _text.Append(kept);
        if (kept.Length < text.Length)
        {
            Problem(BlockWriter.Cut(_text.Length));
        }

        if (kept.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal))
        {
            Problem(Encrypted);
        }

        foreach (var file in isHtml ? [] : UuEncoding.Find(kept, _limits.Attachments - _attachments.Count))
        {
            _files.Add((start + file.Lines.Start.Value)..(start + file.Lines.End.Value));
            _attachments.Add(new(SafeFileName.Of(file.Name), "application/octet-stream", file.Content, IsInline: false));
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
        if (part.Type is "application/pkcs7-mime" or "application/x-pkcs7-mime" or "application/pgp-encrypted")
        {
            Problem(Encrypted);
        }
        else if (part.Type == "message/partial")
        {
            Problem("This is one piece of a message that was sent in several; it is kept as received.");
        }
        else if (part.Type == "message/external-body")
        {
            Problem("The message refers to a file elsewhere, which was not fetched.");
        }

        if (part.Body.IsEmpty && part.FileName is null && (isWhole || part.Headers.Count == 0))
        {
            return;
        }

        var isPicture = (isRelated || part.Headers.First("Content-ID") is not null) && part.Type.StartsWith("image/", StringComparison.Ordinal);
        Add(part, (part.Disposition.Value != "attachment" && isPicture) || Array.IndexOf(Machinery, part.Type) >= 0);
    }

    private void Add(MimePart part, bool isInline)
    {
        if (_attachments.Count >= _limits.Attachments)
        {
            Problem($"The message has more than {_limits.Attachments} attachments; the rest was not read.");
            return;
        }

        _attachments.Add(new(SafeFileName.Of(part.FileName ?? AttachmentName.For(part, _limits)), part.Type, part.Decoded(), isInline));
    }

    private void Problem(string sentence)
    {
        if (!_problems.Contains(sentence))
        {
            _problems.Add(sentence);
        }
    }
}
