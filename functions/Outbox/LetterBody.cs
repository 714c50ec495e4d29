using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Intake.Outbox;

/// <summary>
/// The body of a letter, line by line, as plain text and as HTML. What is filled into a sentence may run the other way
/// than the sentence, so it is set apart: by isolates in the text, by <c>bdi</c> in the HTML.
/// </summary>
internal sealed partial class LetterBody(LetterTexts texts)
{
    private const char RightToLeftMark = '\u200f';
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _html = new();

    public string Text => _text.ToString();

    /// <summary>A <c>section</c> with its language and direction.</summary>
    public string Html => $"<section lang=\"{texts.Language}\" dir=\"{(texts.IsRightToLeft ? "rtl" : "ltr")}\">\n{_html}</section>\n";

    /// <summary>A paragraph of its own.</summary>
    public LetterBody Say(string sentence, params ReadOnlySpan<(string Word, string Value)> values) => Add("p", "", sentence, values);

    /// <summary>A line that belongs to the one before.</summary>
    public LetterBody Note(string sentence, params ReadOnlySpan<(string Word, string Value)> values) => Add("div", "  ", sentence, values);

    /// <summary>The first line of an item.</summary>
    public LetterBody Item(string sentence, params ReadOnlySpan<(string Word, string Value)> values) => Add("div", "- ", sentence, values);

    public LetterBody Break()
    {
        _text.Append('\n');
        _html.Append("<br>\n");
        return this;
    }

    /// <summary>An address on a line of its own, without any mark: programs take marks for a part of it.</summary>
    public LetterBody Link(string address)
    {
        var encoded = WebUtility.HtmlEncode(address);
        _text.Append(address).Append('\n');
        _html.Append(CultureInfo.InvariantCulture, $"<p dir=\"ltr\"><a href=\"{encoded}\">{encoded}</a></p>\n");
        return this;
    }

    /// <summary>A sentence on one line without marks for programs that draw them, as a subject needs it.</summary>
    public static string Fill(string sentence, params ReadOnlySpan<(string Word, string Value)> values)
    {
        var line = new StringBuilder();
        foreach (var piece in Pieces(sentence, values))
            line.Append(piece.Text);
        return CleanText.Line(line.ToString());
    }

    private LetterBody Add(string element, string indent, string sentence, ReadOnlySpan<(string Word, string Value)> values)
    {
        // The mark gives the line its direction where a mail program guesses it from the first letter.
        if (texts.IsRightToLeft)
            _text.Append(RightToLeftMark);
        _text.Append(indent);
        _html.Append(CultureInfo.InvariantCulture, $"<{element}>{(indent == "- " ? "• " : "")}");
        foreach (var (piece, isValue) in Pieces(sentence, values))
        {
            var clean = isValue ? CleanText.Line(piece) : piece;
            _text.Append(isValue && (texts.IsRightToLeft || RightToLeft().IsMatch(clean)) ? $"{FirstStrongIsolate}{clean}{PopIsolate}" : clean);
            _html.Append(isValue ? $"<bdi>{WebUtility.HtmlEncode(clean)}</bdi>" : WebUtility.HtmlEncode(clean));
        }

        _text.Append('\n');
        _html.Append(CultureInfo.InvariantCulture, $"</{element}>\n");
        return this;
    }

    /// <summary>The sentence's own words and what is filled in, in order. What is filled in is not looked at again.</summary>
    private static List<(string Text, bool IsValue)> Pieces(string sentence, ReadOnlySpan<(string Word, string Value)> values)
    {
        var pieces = new List<(string, bool)>();
        var at = 0;
        foreach (var match in Placeholder().EnumerateMatches(sentence))
        {
            pieces.Add((sentence[at..match.Index], false));
            var word = sentence[(match.Index + 1)..(match.Index + match.Length - 1)];
            foreach (var (name, value) in values)
            {
                if (name == word)
                    pieces.Add((value, true));
            }

            at = match.Index + match.Length;
        }

        pieces.Add((sentence[at..], false));
        return pieces;
    }

    [GeneratedRegex(@"\{[a-zA-Z0-9]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    /// <summary>Hebrew, Arabic and their neighbours, and their presentation forms.</summary>
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]", RegexOptions.NonBacktracking)]
    private static partial Regex RightToLeft();
}
