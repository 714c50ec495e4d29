namespace Intake.Extract;

/// <summary>
/// Watches the bytes of an XML document on their way to the framework's reader, which takes in a tag with all its
/// attributes before anybody can object, and stops at a tag that is too long or has too many. A tag begins at every
/// <c>&lt;</c>, since attributes may not hold one; so it is never out of step for longer than one tag.
/// </summary>
internal sealed class TagMeter(ExtractLimits limits)
{
    private const byte InText = 0, InTag = (byte)'>';

    /// <summary>What ends the present state: a quotation mark in a quoted value.</summary>
    private byte _until = InText;

    /// <summary>The first bytes, while they are too few to tell the character set.</summary>
    private byte[] _start = [];

    /// <summary>Bytes of one character: 0 while that is not known.</summary>
    private int _width;

    private bool _isBigEndian;
    private byte? _half;
    private long _length;
    private int _attributes;

    public void Pass(ReadOnlySpan<byte> bytes)
    {
        const int telling = 4;
        if (_width == 0)
        {
            _start = [.. _start, .. bytes];
            if (_start.Length < telling)
            {
                return;
            }

            bytes = _start;
            _width = Width(bytes);
        }

        Scan(_width == 1 ? bytes : Narrow(bytes));
    }

    private void Scan(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = _until switch
            {
                InText => bytes.IndexOf((byte)'<'),
                InTag => bytes.IndexOfAny("<>\"'="u8),
                _ => bytes.IndexOfAny(_until, (byte)'<'),
            };
            if (_until != InText)
            {
                Count(at < 0 ? bytes.Length : at + 1, attributes: at >= 0 && bytes[at] == '=' ? 1 : 0);
            }

            if (at < 0)
            {
                return;
            }

            Turn(bytes[at]);
            bytes = bytes[(at + 1)..];
        }
    }

    private void Turn(byte sign)
    {
        if (sign == '<')
        {
            (_until, _length, _attributes) = (InTag, 0, 0);
        }
        else if (_until != InTag)
        {
            // The value's closing quotation mark.
            _until = InTag;
        }
        else if (sign != '=')
        {
            _until = sign == '>' ? InText : sign;
        }
    }

    private void Count(int bytes, int attributes)
    {
        _length += bytes;
        _attributes += attributes;
        if (_length > limits.XmlTagBytes || _attributes > limits.XmlAttributes)
        {
            throw new UnreadableException("This document has markup that is too long and could not be read; it is kept as received.");
        }
    }

    /// <summary>UTF-16 is told by its mark or its zeros, as the framework does. UTF-32, which no office program writes, is refused.</summary>
    private int Width(ReadOnlySpan<byte> start)
    {
        if (start is [0, 0, ..] or [_, 0, 0, ..] or [_, _, 0, 0, ..])
        {
            throw BoundedZip.Broken();
        }

        _isBigEndian = start is [0xFE, 0xFF, ..] or [0, ..];
        return _isBigEndian || start is [0xFF, 0xFE, ..] or [_, 0, ..] ? 2 : 1;
    }

    /// <summary>UTF-16 as single bytes: a character beyond Latin-1 is any sign that means nothing here.</summary>
    private byte[] Narrow(ReadOnlySpan<byte> bytes)
    {
        var narrow = new byte[(bytes.Length / 2) + 1];
        var count = 0;
        foreach (var next in bytes)
        {
            if (_half is { } half)
            {
                var (high, low) = _isBigEndian ? (half, next) : (next, half);
                narrow[count++] = high == 0 ? low : (byte)'x';
                _half = null;
            }
            else
            {
                _half = next;
            }
        }

        return narrow[..count];
    }
}
