using System.Buffers;
using System.Text;

namespace Intake.Extract;

/// <summary>What every extracted text has in common: well-formed UTF-16, one kind of line end, no control characters.</summary>
internal static class Characters
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n')).Select(c => (char)c), '\u007f', '\u0085', '\u2028', '\u2029', '\ufeff']);

    /// <summary>
    /// Line ends become <c>\n</c> (a form feed too: it ends a page), other control characters and byte order marks are
    /// dropped, lone surrogates become U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Special))
        {
            return WellFormed(text);
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\r':
                    if (i + 1 == text.Length || text[i + 1] != '\n')
                    {
                        clean.Append('\n');
                    }

                    break;
                case '\v' or '\f' or '\u0085' or '\u2028' or '\u2029':
                    clean.Append('\n');
                    break;
                case var c when c is '\ufeff' or '\u007f' || (c < ' ' && c is not ('\t' or '\n')):
                    break;
                case var c:
                    clean.Append(c);
                    break;
            }
        }

        return WellFormed(clean.ToString());
    }

    /// <summary>The text with every surrogate that has no partner replaced by U+FFFD.</summary>
    public static string WellFormed(string text)
    {
        var at = FirstLoneSurrogate(text, 0);
        if (at < 0)
        {
            return text;
        }

        var units = text.ToCharArray();
        for (; at >= 0; at = FirstLoneSurrogate(text, at + 1))
        {
            units[at] = '\ufffd';
        }

        return new string(units);
    }

    /// <summary>The longest beginning of at most <paramref name="length"/> UTF-16 units that does not cut a pair.</summary>
    public static string Beginning(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    private static int FirstLoneSurrogate(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAnyInRange('\ud800', '\udfff');
            if (next < 0)
            {
                return -1;
            }

            i += next;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
