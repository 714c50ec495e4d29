namespace Intake.Receive.Mail;

/// <summary>One entity of a message (RFC 2045, section 2.4): the message itself, a multipart, or a leaf.</summary>
internal sealed class MimePart(HeaderList headers)
{
    public HeaderList Headers { get; } = headers;

    public ParameterisedValue ContentType { get; } = ParameterisedValue.Parse(headers.First("Content-Type")?.Raw);

    public ParameterisedValue Disposition { get; } = ParameterisedValue.Parse(headers.First("Content-Disposition")?.Raw);

    /// <summary>Type and subtype, in lower case; text/plain when nothing sensible is declared.</summary>
    public string Type => ContentType.Value is { } type && type.Contains('/', StringComparison.Ordinal) && !IsUndivided ? type : "text/plain";

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

    public ReadOnlyMemory<byte> Decoded() => TransferEncoding.Decode(Body, ParameterisedValue.Parse(Headers.First("Content-Transfer-Encoding")?.Raw).Value);
}
