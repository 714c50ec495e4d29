using Intake.Extract;

namespace Intake.Receive.Mail;

/// <summary>
/// Reads a message (RFC 5322, MIME) from its bytes. Whatever they are, the answer is an <see cref="InboundMail"/>; only a
/// fault of the stream itself throws.
/// </summary>
public sealed class MailReader(MailLimits limits)
{
    /// <summary>
    /// The message is held in memory, at most <see cref="MailLimits.Bytes"/> of it: its parts are slices of that, so that
    /// nothing is copied but what is decoded, a boundary declared wrongly can be looked for, and no part has to be read
    /// twice. A decoded attachment is smaller than its code; together it is less than twice the limit.
    /// </summary>
    public Task<InboundMail> ReadAsync(Stream raw, CancellationToken ct) => ReadAsync(raw, envelope: null, ct);

    internal async Task<InboundMail> ReadAsync(Stream raw, Envelope? envelope, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        var isCut = await BoundedCopy.CopyAsync(raw, buffer, limits.Bytes, ct);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        return Read(bytes, isCut ? [$"The message is larger than {limits.Bytes / 1024 / 1024} MB; only its beginning was read."] : [], envelope, ct);
    }

    internal InboundMail Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<string> problems, Envelope? envelope, CancellationToken ct)
    {
        var parser = new MimeParser(RawMessage.Of(bytes), limits);
        var root = parser.Parse();
        List<string> found = [.. problems, .. parser.Problems];
        var content = MailBody.Of(root, limits, found, ct);
        return MailAssembler.Assemble(root.Headers, content, found, envelope, limits);
    }
}
