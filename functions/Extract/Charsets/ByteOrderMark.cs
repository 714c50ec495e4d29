using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>The bytes that a Unicode text may begin with to say how it is encoded.</summary>
internal static class ByteOrderMark
{
    /// <param name="bytes">The whole text.</param>
    /// <param name="length">Bytes of the mark.</param>
    public static Encoding? Of(ReadOnlySpan<byte> bytes, out int length)
    {
        (length, var encoding) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (3, Encoding.UTF8),
            [0xFF, 0xFE, 0, 0, ..] => (4, Encoding.UTF32),
            [0, 0, 0xFE, 0xFF, ..] => (4, new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
            [0xFF, 0xFE, ..] => (2, Encoding.Unicode),
            [0xFE, 0xFF, ..] => (2, Encoding.BigEndianUnicode),
            [0x84, 0x31, 0x95, 0x33, ..] => (4, CharsetNames.Lenient(54936)),
            _ => (0, null),
        };
        return encoding;
    }
}
