using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Intake.Local.CommandLine;

/// <summary>
/// The messages of a mailbox file (RFC 4155): each begins at a line "From " that follows an empty line. Programs write
/// <c>&gt;From</c> for such a line of a message, which is undone. A file that does not begin so is one message.
/// </summary>
internal static class MailboxFile
{
    private static ReadOnlySpan<byte> From => "From "u8;

    /// <param name="content">The file.</param>
    /// <param name="most">Bytes kept of one message; the reader says so when there are more.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>The messages with their numbers from 1; without a number when the file is none of mailboxes.</returns>
    public static async IAsyncEnumerable<(int? Number, MemoryStream Message)> SplitAsync(Stream content, int most, [EnumeratorCancellation] CancellationToken ct)
    {
        const int longestLine = 64 * 1024;
        var pipe = PipeReader.Create(content, new(leaveOpen: true));
        var message = new MemoryStream();
        var (number, isMailbox, isStart, isAfterEmpty) = (0, false, true, true);
        while (true)
        {
            var read = await pipe.ReadAsync(ct);
            var buffer = read.Buffer;
            while (Line(ref buffer, read.IsCompleted, longestLine) is { IsEmpty: false } line)
            {
                var begins = isStart && isAfterEmpty && line.Span.StartsWith(From);
                isMailbox |= begins && number == 0 && message.Length == 0;
                if (begins && isMailbox)
                {
                    if (number++ > 0)
                    {
                        message.Position = 0;
                        yield return (number - 1, message);
                    }

                    message = new();
                }
                else if (message.Length <= most)
                {
                    message.Write(isMailbox && isStart && IsQuoted(line.Span) ? line.Span[1..] : line.Span);
                }

                (isAfterEmpty, isStart) = (isStart && line.Span.Trim("\r\n"u8).IsEmpty, line.Span[^1] == '\n');
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (read.IsCompleted)
            {
                break;
            }
        }

        message.Position = 0;
        yield return (isMailbox ? number : null, message);
    }

    private static bool IsQuoted(ReadOnlySpan<byte> line) => line[0] == '>' && line.TrimStart((byte)'>').StartsWith(From);

    /// <summary>The next line with its end; of a very long one a piece. Empty when there is none yet.</summary>
    private static ReadOnlyMemory<byte> Line(ref ReadOnlySequence<byte> buffer, bool isLast, int longest)
    {
        var end = buffer.PositionOf((byte)'\n');
        var length = end is { } found ? buffer.Slice(0, found).Length + 1 : isLast || buffer.Length > longest ? buffer.Length : 0;
        var line = buffer.Slice(0, length);
        buffer = buffer.Slice(length);
        return line.IsSingleSegment ? line.First : line.ToArray();
    }
}
