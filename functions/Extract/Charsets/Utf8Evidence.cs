using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Intake.Extract.Charsets;

/// <summary>How many multi-byte sequences are UTF-8, and how many bytes are not.</summary>
internal readonly record struct Utf8Evidence(int Valid, int Invalid)
{
    /// <summary>Sequences that no text in another character set holds by chance.</summary>
    private const int Enough = 4;

    /// <summary>Other western character sets hardly ever look like this.</summary>
    public bool IsCertain => Valid > 0 && Invalid == 0;

    /// <summary>Nor does any other.</summary>
    public bool IsBeyondDoubt => Valid >= Enough && Invalid == 0;

    /// <summary>A few broken characters in a long text do not make it another character set.</summary>
    public bool IsLikely => Invalid == 0 || Valid > 20 * (long)Invalid;

    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        int valid = 0, invalid = 0;
        var isValid = Utf8.IsValid(bytes);
        while (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is var next and >= 0 && (!isValid || valid < Enough))
        {
            bytes = bytes[next..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var length);
            valid += status == OperationStatus.Done ? 1 : 0;
            invalid += status == OperationStatus.Done ? 0 : 1;
            bytes = bytes[length..];
        }

        return new(valid, invalid);
    }
}
