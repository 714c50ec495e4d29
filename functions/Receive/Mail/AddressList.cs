using System.Text;

namespace Intake.Receive.Mail;

/// <summary>
/// The addresses of a header field (RFC 5322, sections 3.4 and 4.4): groups, quoted names, comments, routes. One pass over
/// the characters; comments are counted, not nested.
/// </summary>
internal static class AddressList
{
    /// <summary>The addresses, at most <paramref name="most"/> of them; <paramref name="groups"/> is given the names of groups.</summary>
    public static List<Mailbox> Parse(string? raw, int most, List<string>? groups = null)
    {
        var found = new List<Mailbox>();
        var one = new Candidate();
        var text = raw ?? "";
        for (var i = 0; i < text.Length && found.Count < most; i++)
        {
            switch (text[i])
            {
                case '=' when EncodedWord.EndOf(text, i) is var end and >= 0:
                    // No sign within it has a meaning here, though the RFC wants it free of them.
                    (one.IsInAngle ? one.Angle : one.Phrase).Append(text, i, end - i);
                    i = end - 1;
                    break;
                case '"':
                    i = one.IsInAngle ? QuotedLocalPart(text, i, one.Angle) : Quoted(text, i, one.Phrase);
                    break;
                case '(' when !one.IsInAngle:
                    i = Comment(text, i, one.Comment);
                    break;
                case '<':
                    one.BeginAngle();
                    break;
                case '>':
                    one.IsInAngle = false;
                    break;
                case ',' when one.IsInAngle && one.Angle.Length > 0 && one.Angle[0] == '@':
                    // <@relay1,@relay2:user@host>: the route has commas.
                    one.Angle.Append(',');
                    break;
                case ',' or ';':
                    one.AddTo(found);
                    one = new();
                    break;
                case ':' when !one.IsInAngle:
                    // The name of a group; its members follow.
                    groups?.Add(HeaderField.OneLine(EncodedWord.DecodeAll(one.Phrase.ToString())));
                    one = new();
                    break;
                default:
                    (one.IsInAngle ? one.Angle : one.Phrase).Append(text[i]);
                    break;
            }
        }

        one.AddTo(found);
        return found;
    }

    /// <returns>The position of the closing quote.</returns>
    private static int Quoted(string text, int at, StringBuilder into)
    {
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            into.Append(text[at]);
        }

        return at;
    }

    /// <summary>The part before the @ keeps its quotes where they are needed: without them it is another address.</summary>
    private static int QuotedLocalPart(string text, int at, StringBuilder into)
    {
        var content = new StringBuilder();
        var end = Quoted(text, at, content);
        var local = content.ToString();
        var isPlain = local.All(unit => char.IsLetterOrDigit(unit) || ".!#$%&'*+-/=?^_`{|}~@".Contains(unit, StringComparison.Ordinal));
        into.Append(isPlain || end >= text.Length ? local : $"\"{local}\"");
        return end;
    }

    /// <returns>The position of the closing parenthesis.</returns>
    private static int Comment(string text, int at, StringBuilder into)
    {
        var depth = 0;
        into.Clear();
        for (; at < text.Length; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            into.Append(text[at]);
        }

        return at;
    }

    private sealed class Candidate
    {
        private bool _hasAngle;

        public StringBuilder Phrase { get; } = new();

        public StringBuilder Angle { get; } = new();

        public StringBuilder Comment { get; } = new();

        public bool IsInAngle { get; set; }

        /// <summary>Of two addresses in angle brackets the last counts: the first is part of a name.</summary>
        public void BeginAngle()
        {
            Angle.Clear();
            (_hasAngle, IsInAngle) = (true, true);
        }

        public void AddTo(List<Mailbox> found)
        {
            var phrase = Phrase.ToString().Trim();
            var address = _hasAngle ? Angle.ToString() : phrase;
            address = address[(address.StartsWith('@') ? address.IndexOf(':', StringComparison.Ordinal) + 1 : 0)..];
            address = address.StartsWith('"') ? address : string.Concat(address.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
            if (address.Length == 0 || (!_hasAngle && !address.Contains('@', StringComparison.Ordinal)))
            {
                return;
            }

            var name = _hasAngle && phrase.Length > 0 ? phrase : Comment.ToString().TrimStart('(').Trim();
            found.Add(new(HeaderField.OneLine(EncodedWord.DecodeAll(name)), HeaderField.OneLine(address)));
        }
    }
}
