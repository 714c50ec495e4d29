namespace Intake.Receive.Mail;

/// <summary>One entity of a message (RFC 2045, section 2.4): the message itself, a multipart, or a leaf.</summary>
internal sealed class MimePart(HeaderList headers, string defaultType = MimePart.PlainText)
{
    private const string PlainText = "text/plain";

    public HeaderList Headers { get; } = headers;

    public ParameterisedValue ContentType { get; } = ParameterisedValue.Parse(headers.First("Content-Type")?.Raw);

    public ParameterisedValue Disposition { get; } = ParameterisedValue.Parse(headers.First("Content-Disposition")?.Raw);

    /// <summary>Type and subtype, in lower case; in a digest a message, elsewhere plain text when nothing sensible is declared.</summary>
    public string Type => IsUndivided ? PlainText
        : ContentType.Value.Contains('/', StringComparison.Ordinal) ? ContentType.Value
        : ContentType.Value.Length == 0 ? defaultType : PlainText;

    /// <summary>The children of a multipart, in order.</summary>
    public List<MimePart> Parts { get; } = [];

    /// <summary>Set when this was read as a multipart.</summary>
    public bool IsMultipart { get; set; }

    /// <summary>Declared as a multipart, but no boundary was found: it is text.</summary>
    public bool IsUndivided { get; set; }

    /// <summary>The content, still encoded.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>The name given to the file, as given; the disposition's before the type's.</summary>
    public string? FileName => Disposition["filename"] is { Length: > 0 } name ? name : ContentType["name"] is { Length: > 0 } other ? other : null;

    /// <summary>The content transfer encoding, in lower case, without comments; empty when none is declared.</summary>
    public string Encoding { get; } = ParameterisedValue.Parse(headers.First("Content-Transfer-Encoding")?.Raw).Value;

    public bool IsMessage => Type is "message/rfc822" or "message/global" or "message/news";

    public ReadOnlyMemory<byte> Decoded() => TransferEncoding.Decode(Body, Encoding);

    /// <summary>The content of a text. One that is said to be base64 and is not, is left as it stands.</summary>
    public ReadOnlyMemory<byte> DecodedText() => Encoding == "base64" && TransferEncoding.IsPlain(Body.Span) ? Body : Decoded();
}
