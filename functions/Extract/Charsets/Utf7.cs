using System.Text;

namespace Intake.Extract.Charsets;

/// <summary>
/// UTF-7 (RFC 2152), decoding only, for mail that declares it. The framework's own is switched off because browsers were
/// tricked into guessing it; here it is never guessed, and its text is encoded again wherever it is shown.
/// </summary>
internal sealed class Utf7 : Encoding
{
    private Utf7()
        : base(65000)
    {
    }

    public static Utf7 Instance { get; } = new();

    public override string WebName => "utf-7";

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
