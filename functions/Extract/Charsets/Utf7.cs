using System.Buffers;
using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>
/// UTF-7 (RFC 2152), decoding only. The framework's own is switched off because browsers were tricked into guessing it; here
/// its text is encoded again wherever it is shown.
/// </summary>
internal sealed class Utf7 : Encoding
{
    private static readonly SearchValues<byte> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);

    private Utf7()
        : base(65000)
    {
    }

    public static Utf7 Instance { get; } = new();

    public override string WebName => "utf-7";

    /// <summary>
    /// Whether every plus sign begins letters of the older alphabets, or Chinese and the like, ended as they must: sums,
    /// telephone numbers and base64 do not.
    /// </summary>
    public static bool Looks(ReadOnlySpan<byte> bytes)
    {
        int letters = 0, strange = 0;
        while (bytes.IndexOf((byte)'+') is var plus and >= 0)
        {
            bytes = bytes[(plus + 1)..];
            var length = bytes.IndexOfAnyExcept(Base64);
            var run = length < 0 ? bytes : bytes[..length];
            bytes = bytes[run.Length..];
            if (run.IsEmpty ? !bytes.StartsWith("-"u8) : run.Length * 6 % 16 >= 6 || (Value(run[^1]) & ((1 << (run.Length * 6 % 16)) - 1)) != 0)
            {
                return false;
            }

            var text = Instance.GetString([(byte)'+', .. run]);
            foreach (var c in text)
            {
                letters += c > '\u00a0' ? 1 : 0;
                strange += c < ' ' || (c is > '\u06ff' and < '\u2010') || (c > '\u206f' && !Ideographs.IsKnown(c)) ? 1 : 0;
            }
        }

        return letters > strange * 10;
    }

    public override int GetMaxCharCount(int byteCount) => byteCount;

    public override int GetCharCount(byte[] bytes, int index, int count) => Decode(bytes.AsSpan(index, count), null);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        Decode(bytes.AsSpan(byteIndex, byteCount), chars.AsMemory(charIndex));

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException();

    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException();

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) => throw new NotSupportedException();

    private static int Decode(ReadOnlySpan<byte> bytes, Memory<char>? chars)
    {
        int written = 0, bits = 0, held = 0;
        var shifted = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (!shifted)
            {
                if (b == '+' && i + 1 < bytes.Length && bytes[i + 1] == '-')
                {
                    Write('+');
                    i++;
                }
                else if (b == '+')
                {
                    (shifted, bits, held) = (true, 0, 0);
                }
                else
                {
                    Write(b < 0x80 ? (char)b : '\ufffd');
                }
            }
            else if (Value(b) is var value and >= 0)
            {
                bits = ((bits << 6) | value) & 0x3FFFFF;
                held += 6;
                if (held >= 16)
                {
                    held -= 16;
                    Write((char)(bits >> held));
                }
            }
            else
            {
                shifted = false;
                i -= b == '-' ? 0 : 1;
            }
        }

        return written;

        void Write(char c)
        {
            if (chars is { } target)
            {
                target.Span[written] = c;
            }

            written++;
        }
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
