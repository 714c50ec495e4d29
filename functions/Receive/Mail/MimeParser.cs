using System.Text;

namespace Intake.Receive.Mail;

/// <summary>
/// Takes a message apart into its entities (RFC 2046) in one pass over its delimiter lines. Open multiparts are a list, so
/// depth costs no stack; a delimiter of an outer multipart ends the inner ones, whether they were closed or not.
/// Messages within the message are leaves.
/// </summary>
internal sealed class MimeParser(ReadOnlyMemory<byte> message, MailLimits limits)
{
    /// <summary>RFC 2046 allows 70.</summary>
    private const int LongestBoundary = 250;

    /// <summary>Bytes within which the first delimiter of a multipart is looked for; a real preamble is a sentence.</summary>
    private const int Preamble = 64 * 1024;

    private readonly List<Multipart> _open = [];
    private readonly List<string> _problems = [];
    private MimePart? _leaf;
    private int _leafStart;
    private int _count;

    public IReadOnlyList<string> Problems => _problems;

    /// <param name="headers">The header, when it came apart from the message; else null.</param>
    public MimePart Parse(HeaderList? headers = null)
    {
        var bytes = message.Span;
        var root = Begin(0, null, headers, out var at);
        while (_open.Count > 0)
        {
            var line = NextDelimiter(bytes, at);
            if (line < 0)
            {
                break;
            }

            var end = bytes[line..].IndexOf((byte)'\n') is var next and >= 0 ? line + next + 1 : bytes.Length;
            at = end;
            var (level, closes) = Matching(bytes[line..end]);
            if (level < 0)
            {
                continue;
            }

            EndLeaf(line);
            Close(closes ? level : level + 1, line);
            if (closes)
            {
                continue;
            }

            if (_count >= limits.Parts)
            {
                Problem($"The message has more than {limits.Parts} parts; the rest was not read.");
                break;
            }

            var parent = _open[level].Part;
            parent.Parts.Add(Begin(end, parent, null, out at));
        }

        EndLeaf(bytes.Length);
        Close(0, bytes.Length);
        return root;
    }

    /// <summary>Reads an entity's header.</summary>
    private MimePart Begin(int at, MimePart? parent, HeaderList? headers, out int body)
    {
        body = at;
        if (headers is null)
        {
            body = HeaderList.Read(message.Span, at, limits, headers = new());
        }

        if (headers.IsCut)
        {
            Problem($"A header has more than {limits.Headers} fields, or one of more than {limits.HeaderBytes / 1024} KB; the rest of it was not read.");
        }

        var part = parent?.Type == "multipart/digest" ? new MimePart(headers, "message/rfc822") : new MimePart(headers);
        _count++;
        if (part.Type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            if (_open.Count >= limits.Depth)
            {
                Problem("The message is nested too deeply; the innermost parts were not read.");
            }
            else if (BoundaryOf(part, body) is { } boundary)
            {
                part.IsMultipart = true;
                _open.Add(new(part, Delimiter(boundary), body));
                return part;
            }
            else
            {
                IsUndivided(part);
            }
        }

        (_leaf, _leafStart) = (part, body);
        return part;
    }

    /// <summary>What is declared, unless it is no boundary or does not occur where it should and another one does.</summary>
    private string? BoundaryOf(MimePart part, int body)
    {
        var declared = part.ContentType["boundary"]?.TrimEnd();
        if (string.IsNullOrEmpty(declared) || declared.Length > LongestBoundary)
        {
            return Guess(body);
        }

        // Looked for in all of the message when that is done once.
        var within = message.Span[body..(_count == 1 ? message.Length : Math.Min(message.Length, body + Preamble))];
        return within.IndexOf(Delimiter(declared)) >= 0 ? declared : Guess(body) ?? declared;
    }

    /// <summary>Ends the multiparts from this level on. One in which no delimiter came is one text.</summary>
    private void Close(int level, int end)
    {
        foreach (var (part, _, start) in _open.Skip(level).Where(open => open.Part.Parts.Count == 0))
        {
            part.IsMultipart = false;
            part.Body = Content(start, end);
            IsUndivided(part);
        }

        _open.RemoveRange(level, _open.Count - level);
    }

    private void IsUndivided(MimePart part)
    {
        part.IsUndivided = true;
        if (part.Encoding is not ("base64" or "quoted-printable"))
        {
            Problem("A part of the message is said to be divided, but not how; it was read as one text.");
        }
    }

    private static byte[] Delimiter(string boundary) => Encoding.UTF8.GetBytes("--" + boundary);

    private void EndLeaf(int end)
    {
        if (_leaf is not null)
        {
            _leaf.Body = Content(_leafStart, end);
            _leaf = null;
        }
    }

    /// <summary>The line end before a delimiter belongs to the delimiter.</summary>
    private ReadOnlyMemory<byte> Content(int start, int end)
    {
        if (end < message.Length && end > start && message.Span[end - 1] == '\n')
        {
            end--;
            end -= end > start && message.Span[end - 1] == '\r' ? 1 : 0;
        }

        return message[start..Math.Max(start, end)];
    }

    /// <summary>The start of the next line that begins with two hyphens.</summary>
    private static int NextDelimiter(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes[at..].StartsWith("--"u8) && (at == 0 || bytes[at - 1] == '\n'))
        {
            return at;
        }

        // From one before, because the line end there may have been consumed.
        var from = Math.Max(0, at - 1);
        var found = bytes[from..].IndexOf("\n--"u8);
        return found < 0 ? -1 : from + found + 1;
    }

    /// <summary>The innermost open multipart whose delimiter the line is, and whether it closes it.</summary>
    private (int Level, bool Closes) Matching(ReadOnlySpan<byte> line)
    {
        const int closingAndBlanks = 80;
        line = line.Length <= LongestBoundary + closingAndBlanks ? line.TrimEnd(" \t\r\n"u8) : [];
        for (var level = _open.Count - 1; level >= 0; level--)
        {
            var boundary = _open[level].Boundary;
            if (line.StartsWith(boundary))
            {
                // Compared whole: one boundary may begin with another.
                var rest = line[boundary.Length..];
                if (rest.IsEmpty || rest.SequenceEqual("--"u8))
                {
                    return (level, !rest.IsEmpty);
                }
            }
        }

        return (-1, false);
    }

    /// <summary>When no boundary is declared, the first line that looks like a delimiter and is followed by a header is one.</summary>
    private string? Guess(int body)
    {
        var text = message.Span[body..Math.Min(message.Length, body + Preamble)];
        for (var at = NextDelimiter(text, 0); at >= 0;)
        {
            var end = text[at..].IndexOf((byte)'\n') is var next and >= 0 ? at + next + 1 : text.Length;
            var line = text[at..end].TrimEnd(" \t\r\n"u8);
            if (line.Length is > 4 and < LongestBoundary && text[end..].StartsWith("Content-"u8))
            {
                // One of an outer multipart: this one is empty.
                return Matching(line).Level < 0 ? Encoding.UTF8.GetString(line[2..]) : null;
            }

            at = end < text.Length ? NextDelimiter(text, end) : -1;
        }

        return null;
    }

    private void Problem(string sentence)
    {
        if (!_problems.Contains(sentence))
        {
            _problems.Add(sentence);
        }
    }

    private readonly record struct Multipart(MimePart Part, byte[] Boundary, int Body);
}
