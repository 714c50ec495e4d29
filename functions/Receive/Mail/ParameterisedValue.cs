using System.Globalization;
using System.Text;
using Intake.Extract.Charsets;

namespace Intake.Receive.Mail;

/// <summary>
/// A value with parameters, as in Content-Type and Content-Disposition (RFC 2045, section 5.1). Parameters in several
/// numbered pieces or with a character set (RFC 2231) are put together; encoded words in them, which no RFC allows, are
/// decoded, because everybody sends them.
/// </summary>
internal sealed class ParameterisedValue
{
    /// <summary>No mail program writes more.</summary>
    private const int MostParameters = 200;

    private readonly Dictionary<string, string> _parameters;

    private ParameterisedValue(string value, Dictionary<string, string> parameters) => (Value, _parameters) = (value, parameters);

    /// <summary>What stands before the first semicolon, in lower case.</summary>
    public string Value { get; }

    public string? this[string parameter] => _parameters.GetValueOrDefault(parameter);

    public static ParameterisedValue Parse(string? raw)
    {
        var scanner = new Scanner(raw ?? "");
        var value = HeaderComment.Remove(scanner.Until(";")).Trim().ToLowerInvariant();
        if (value.IndexOf('=', StringComparison.Ordinal) > 0 && value.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0)
        {
            // "text/plain charset=utf-8": the semicolon is missing.
            scanner = new(";" + raw![(raw!.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? at : blank)..]);
            value = value[..blank];
        }

        value = string.Concat(value.Where(unit => unit is not (' ' or '"' or '\''))).TrimEnd(',', '.');
        var pieces = new List<Piece>();
        while (scanner.Skip(';') && pieces.Count < MostParameters)
        {
            var name = scanner.Until("=;").Trim().ToLowerInvariant();
            if (scanner.Skip('=') && name.Length > 0)
            {
                pieces.Add(Piece.Of(name, scanner.Value(hasComments: !name.Contains("name", StringComparison.Ordinal))));
            }

            scanner.Until(";");
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);

        // The plain name is given for old readers: the extended one wins.
        foreach (var parameter in pieces.GroupBy(piece => piece.Name))
        {
            var extended = parameter.Where(piece => piece.IsExtended || piece.Number >= 0).OrderBy(piece => piece.Number).ToList();
            extended = extended.Count > 0 && extended[0].Number < 0 ? extended[..1] : extended;
            var text = extended.Count > 0 ? Join(extended) : parameter.First().Text;
            parameters[parameter.Key] = extended.Exists(piece => piece.IsExtended) ? text : EncodedWord.DecodeAll(text);
        }

        return new(value, parameters);
    }

    private static string Join(List<Piece> pieces)
    {
        var bytes = new List<byte>();
        string? charset = null;
        var isFirst = true;
        foreach (var piece in pieces.DistinctBy(piece => piece.Number))
        {
            var text = piece.Text;
            if (isFirst && piece.IsExtended && text.Split('\'', 3) is [var name, _, var rest])
            {
                (charset, text) = (name, rest);
            }

            bytes.AddRange(piece.IsExtended ? Unescape(text) : Encoding.UTF8.GetBytes(text));
            isFirst = false;
        }

        return Charset.Decode([.. bytes], charset).Text;
    }

    private static byte[] Unescape(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        var bytes = new List<byte>(encoded.Length);
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && TransferEncoding.Hex(encoded[i + 1]) is var high and >= 0 && TransferEncoding.Hex(encoded[i + 2]) is var low and >= 0)
            {
                bytes.Add((byte)((high << 4) | low));
                i += 2;
            }
            else
            {
                bytes.Add(encoded[i]);
            }
        }

        return [.. bytes];
    }

    /// <summary><c>filename*1*="…"</c>: name, number (-1 without), whether it is percent-encoded.</summary>
    private sealed record Piece(string Name, int Number, bool IsExtended, string Text)
    {
        public static Piece Of(string name, string text)
        {
            var isExtended = name.EndsWith('*');
            var parts = name.TrimEnd('*').Split('*');
            var number = parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : -1;
            return new(parts[0].Trim(), number, isExtended, text);
        }
    }

    private sealed class Scanner(string text)
    {
        private int _at;

        public bool Skip(char c)
        {
            var found = _at < text.Length && text[_at] == c;
            _at += found ? 1 : 0;
            return found;
        }

        public string Until(string ends)
        {
            var end = text.AsSpan(_at).IndexOfAny(ends);
            var start = _at;
            _at = end < 0 ? text.Length : _at + end;
            return text[start.._at];
        }

        /// <summary>A quoted string, or everything up to the semicolon: file names with blanks often lack their quotes.</summary>
        /// <param name="hasComments">What stands in parentheses is a comment, as it is not in the name of a file.</param>
        public string Value(bool hasComments)
        {
            while (_at < text.Length && text[_at] == ' ')
            {
                _at++;
            }

            if (!Skip('"'))
            {
                var plain = Until(";").Trim();
                return hasComments ? HeaderComment.Remove(plain).Trim() : plain;
            }

            var value = new StringBuilder();
            while (_at < text.Length && text[_at] != '"')
            {
                // A backslash escapes quotes and itself; before anything else it is a Windows path.
                if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '"' or '\\')
                {
                    _at++;
                }

                value.Append(text[_at++]);
            }

            _at++;
            _at = Math.Min(_at, text.Length);
            return value.ToString();
        }
    }
}
