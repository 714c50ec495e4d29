using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Intake.Extract.Word;

namespace Intake.Extract.Rtf;

/// <summary>Gathers bytes of text until all bytes of a character are there, and decodes them by their font.</summary>
internal sealed class RtfDecoder
{
    /// <summary>Bytes gathered in a run of text before it is decoded.</summary>
    private const int Most = 32 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private char[] _characters = [];

    public bool IsEmpty => _bytes.WrittenCount == 0;

    /// <summary>Enough is gathered, and it does not end inside a character: no character has two bytes of ASCII in a row.</summary>
    public bool IsFull => _bytes.WrittenCount >= Most && _bytes.WrittenSpan[^1] < 0x80 && _bytes.WrittenSpan[^2] < 0x80;

    public void Gather(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <returns>What was gathered; good until the next call.</returns>
    public ReadOnlySpan<char> Decode(RtfFonts fonts, int font)
    {
        var bytes = _bytes.WrittenSpan;
        var encoding = Encoding(bytes, fonts, font);
        if (_characters.Length < encoding.GetMaxCharCount(bytes.Length))
        {
            _characters = new char[encoding.GetMaxCharCount(Math.Max(bytes.Length, 256))];
        }

        var count = fonts.SymbolName(font) is { } name
            ? Symbols(name, bytes)
            : encoding.GetChars(bytes, _characters);
        _bytes.ResetWrittenCount();
        return _characters.AsSpan(0, count);
    }

    private static Encoding Encoding(ReadOnlySpan<byte> bytes, RtfFonts fonts, int font) =>
        Ascii.IsValid(bytes) ? System.Text.Encoding.Latin1

            // Programs that write a document in UTF-8 still name the character sets of fonts.
            : fonts.Default == System.Text.Encoding.UTF8 && Utf8.IsValid(bytes) ? fonts.Default
            : fonts.Of(font);

    private int Symbols(string font, ReadOnlySpan<byte> bytes)
    {
        var count = 0;
        foreach (var b in bytes)
        {
            var symbol = b == ' ' ? " " : WordSymbols.Unicode(0xF000 + b, font);
            symbol.CopyTo(_characters.AsSpan(count));
            count += symbol.Length;
        }

        return count;
    }
}
