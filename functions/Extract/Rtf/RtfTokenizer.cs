using System.Buffers;
using System.Globalization;
using System.Text;

namespace Intake.Extract.Rtf;

internal enum RtfTokenKind
{
    End,
    Open,
    Close,

    /// <summary>A control word with its parameter, as <c>\u8212</c>.</summary>
    Word,

    /// <summary>A backslash and one character that is no letter, as <c>\~</c>.</summary>
    Symbol,

    /// <summary>A byte of text that is written as a symbol, as <c>\'e9</c> or <c>\\</c>.</summary>
    Byte,

    Text,
}

/// <summary>
/// Divides RTF into braces, control words, control symbols and text, whatever they mean. Binary data (<c>\bin</c>) is
/// passed over. Any bytes are RTF to this.
/// </summary>
internal sealed class RtfTokenizer(ReadOnlyMemory<byte> rtf)
{
    /// <summary>Bytes of text in one token, so that what is decoded at once stays small.</summary>
    private const int LongestText = 4096;

    /// <summary>Letters of a control word; the longest known has 22.</summary>
    private const int LongestWord = 32;

    private static readonly SearchValues<byte> Special = SearchValues.Create("\\{}\r\n\0"u8);

    private static readonly SearchValues<byte> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);

    /// <summary>The words met last, by hash: a document of a million words has few different ones.</summary>
    private readonly string?[] _words = new string?[256];

    private int _at;
    private int _textStart;
    private int _textLength;

    public string Word { get; private set; } = "";

    public int? Parameter { get; private set; }

    /// <summary>The character of a symbol, or the byte of text.</summary>
    public byte Byte { get; private set; }

    public ReadOnlySpan<byte> Text => rtf.Span.Slice(_textStart, _textLength);

    /// <summary>What is not read yet.</summary>
    public ReadOnlySpan<byte> Rest => rtf.Span[_at..];

    public RtfTokenKind Next()
    {
        while (_at < rtf.Length)
        {
            switch (rtf.Span[_at])
            {
                case (byte)'{':
                    _at++;
                    return RtfTokenKind.Open;
                case (byte)'}':
                    _at++;
                    return RtfTokenKind.Close;
                case (byte)'\r' or (byte)'\n' or 0:
                    _at++;
                    break;
                case (byte)'\\':
                    _at++;
                    if (Control() is { } control)
                    {
                        return control;
                    }

                    break;
                default:
                    var rest = rtf.Span[_at..Math.Min(_at + LongestText, rtf.Length)];
                    var length = rest.IndexOfAny(Special);
                    (_textStart, _textLength) = (_at, length < 0 ? rest.Length : length);
                    _at += _textLength;
                    return RtfTokenKind.Text;
            }
        }

        return RtfTokenKind.End;
    }

    /// <summary>What follows a backslash; null for what says nothing.</summary>
    private RtfTokenKind? Control()
    {
        var rest = rtf.Span[_at..];
        if (rest.IsEmpty)
        {
            return null;
        }

        if (char.IsAsciiLetter((char)rest[0]))
        {
            return ControlWord(rest);
        }

        _at++;
        switch (rest[0])
        {
            case (byte)'\'' when rest.Length > 2 && byte.TryParse(rest[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value):
                _at += 2;
                Byte = value;
                return RtfTokenKind.Byte;
            case (byte)'\'':
                return null;
            case (byte)'\r' or (byte)'\n':
                (Word, Parameter) = ("par", null);
                return RtfTokenKind.Word;
            default:
                Byte = rest[0];
                return rest[0] is (byte)'\\' or (byte)'{' or (byte)'}' ? RtfTokenKind.Byte : RtfTokenKind.Symbol;
        }
    }

    private RtfTokenKind? ControlWord(ReadOnlySpan<byte> rest)
    {
        var letters = rest.IndexOfAnyExcept(Letters);
        letters = letters < 0 ? rest.Length : letters;
        var at = letters;
        var isNegative = at + 1 < rest.Length && rest[at] == '-' && char.IsAsciiDigit((char)rest[at + 1]);
        at += isNegative ? 1 : 0;
        long? value = null;
        for (; at < rest.Length && char.IsAsciiDigit((char)rest[at]); at++)
        {
            value = Math.Min(int.MaxValue, ((value ?? 0) * 10) + rest[at] - '0');
        }

        at += at < rest.Length && rest[at] == ' ' ? 1 : 0;
        _at += at;
        Word = Interned(rest[..Math.Min(letters, LongestWord)]);
        Parameter = isNegative ? -(int?)value : (int?)value;
        if (Word != "bin")
        {
            return RtfTokenKind.Word;
        }

        _at = (int)Math.Min(rtf.Length, _at + (long)Math.Max(0, Parameter ?? 0));
        return null;
    }

    private string Interned(ReadOnlySpan<byte> letters)
    {
        var hash = 0;
        foreach (var letter in letters)
        {
            hash = (hash * 31) + letter;
        }

        ref var known = ref _words[hash & 255];
        return known is not null && Ascii.Equals(letters, known) ? known : known = Encoding.ASCII.GetString(letters);
    }
}
