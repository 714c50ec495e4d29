using System.Collections.Frozen;
using System.Text;
using Intake.Extract.Charsets;

namespace Intake.Receive.Mail;

/// <summary>The header fields of a message or a part, in order. Names are compared without regard to case.</summary>
public sealed class HeaderList
{
    /// <summary>Read even after thousands of others: without them there is no mail.</summary>
    private static readonly FrozenSet<string> Needed = FrozenSet.ToFrozenSet(
        ["From", "To", "Cc", "Subject", "Date", "Message-ID", "Reply-To", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Auto-Submitted", "Precedence", "List-Id", "Sender", "Authentication-Results"],
        StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<HeaderField>> _byName = new(StringComparer.OrdinalIgnoreCase);

    public static HeaderList Empty { get; } = new();

    public int Count { get; private set; }

    /// <summary>There were more fields, or more in one of them, than is read.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>The first field of that name, decoded, on one line; null when there is none.</summary>
    public string? this[string name] => First(name)?.Text;

    public HeaderField? First(string name) => _byName.TryGetValue(name, out var fields) ? fields[0] : null;

    public IEnumerable<HeaderField> All(string name) => _byName.TryGetValue(name, out var fields) ? fields : [];

    /// <summary>
    /// Reads fields until the empty line, or until a line that cannot belong to a header: then the body begins there. A
    /// line that is none of both but stands between fields is a field badly folded.
    /// </summary>
    /// <returns>Where the body begins.</returns>
    internal static int Read(ReadOnlySpan<byte> bytes, int at, MailLimits limits, HeaderList into)
    {
        var (nameLength, start) = (0, -1);
        while (at < bytes.Length)
        {
            var end = LineEnd(bytes, at);
            var line = bytes[at..end];
            if (line.IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0)
            {
                Add(bytes[Math.Max(start, 0)..at]);
                return end;
            }

            var isFolded = start >= 0 && line[0] is (byte)' ' or (byte)'\t';
            if (!isFolded)
            {
                var length = NameLength(line);
                if (length == 0 && line.TrimStart(">"u8).StartsWith("From "u8) && into.Count == 0 && start < 0)
                {
                    // The separator of a mailbox file, which some programs quote as they would in the text.
                    at = end;
                    continue;
                }

                if (length > 0)
                {
                    Add(bytes[Math.Max(start, 0)..at]);
                    (nameLength, start) = (length, at);
                }
                else if (start < 0 || line.StartsWith("--"u8) || end >= bytes.Length || NameLength(bytes[end..LineEnd(bytes, end)]) == 0)
                {
                    Add(bytes[Math.Max(start, 0)..at]);
                    return at;
                }
            }

            at = end;
        }

        Add(bytes[Math.Max(start, 0)..at]);
        return at;

        void Add(ReadOnlySpan<byte> field)
        {
            if (start < 0)
            {
                return;
            }

            var name = Encoding.ASCII.GetString(field[..nameLength]).TrimEnd();
            into.IsCut |= into.Count >= limits.Headers || field.Length > limits.HeaderBytes;
            if (into.Count < limits.Headers || (Needed.Contains(name) && into.First(name) is null))
            {
                into.Add(new(name, Unfold(field[..Math.Min(field.Length, limits.HeaderBytes)], nameLength)));
            }
        }
    }

    /// <summary>The same fields but for those of one name.</summary>
    internal HeaderList Without(string name)
    {
        var others = new HeaderList { IsCut = IsCut };
        foreach (var field in _byName.Where(each => !each.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).SelectMany(each => each.Value))
        {
            others.Add(field);
        }

        return others;
    }

    internal void Add(HeaderField field)
    {
        if (!_byName.TryGetValue(field.Name, out var fields))
        {
            _byName[field.Name] = fields = [];
        }

        fields.Add(field);
        Count++;
    }

    /// <summary>The text after the colon. Line ends go, the white space of the next line stays.</summary>
    private static string Unfold(ReadOnlySpan<byte> field, int nameLength)
    {
        var colon = field[nameLength..].IndexOf((byte)':') + nameLength;
        var text = Charset.Decode(field[(colon + 1)..]).Text;
        return text.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\t', ' ').Trim();
    }

    private static int LineEnd(ReadOnlySpan<byte> bytes, int at)
    {
        var end = bytes[at..].IndexOf((byte)'\n');
        return end < 0 ? bytes.Length : at + end + 1;
    }

    /// <summary>Length of the field's name, up to the colon; 0 when the line does not begin a field.</summary>
    private static int NameLength(ReadOnlySpan<byte> line)
    {
        const int longest = 200;
        var colon = line[..Math.Min(line.Length, longest)].IndexOf((byte)':');
        var name = colon > 0 ? line[..colon].TrimEnd(" \t"u8) : [];
        return name.IndexOfAnyExceptInRange((byte)'!', (byte)'~') < 0 ? name.Length : 0;
    }
}
