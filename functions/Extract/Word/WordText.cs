using System.Globalization;

namespace Intake.Extract.Word;

/// <summary>
/// The text of the paragraphs of one part as it is met: field codes are held back, and list items begin with their number.
/// </summary>
internal sealed class WordText(BlockWriter writer, WordLists lists, bool isMargin)
{
    private readonly Stack<WordParagraph> _paragraphs = [];

    /// <summary>The paragraph before runs on, and its beginning is written.</summary>
    private bool _goesOn;

    /// <summary>The paragraph in hand; paragraphs in text boxes stand within others.</summary>
    public WordParagraph? Paragraph => _paragraphs.TryPeek(out var paragraph) ? paragraph : null;

    public void BeginParagraph() => _paragraphs.Push(new() { IsNumberDue = !_goesOn });

    /// <returns>The paragraph that ended; null when none was open.</returns>
    public WordParagraph? EndParagraph()
    {
        if (!_paragraphs.TryPop(out var paragraph))
        {
            return null;
        }

        if (paragraph.IsNumberDue && !paragraph.RunsOn)
        {
            // An empty item is counted all the same.
            lists.Next(paragraph.List, paragraph.Style);
        }

        _goesOn = paragraph.RunsOn && !paragraph.IsNumberDue;
        return paragraph;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (Paragraph is { } paragraph)
        {
            if (paragraph.Fields.InCode || (isMargin && paragraph.Fields.InPageNumber))
            {
                return;
            }

            Before(paragraph, text);
        }

        writer.Append(text);
    }

    public void NoteReference()
    {
        if (Paragraph is { } paragraph)
        {
            paragraph.IsAfterNote = true;
        }
    }

    public void Symbol(string character, string font)
    {
        if (int.TryParse(character, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
        {
            Append(WordSymbols.Unicode(code, font));
        }
    }

    /// <summary>One of the three signs of a field.</summary>
    public void Field(string type)
    {
        if (Paragraph?.Fields is not { } fields)
        {
            return;
        }

        switch (type)
        {
            case "begin":
                fields.Begin();
                break;
            case "separate" when fields.Separate() && isMargin:
                writer.Append(PageMargins.PageNumber);
                break;
            case "end":
                Append(fields.End());
                break;
        }
    }

    /// <summary>A field in one element.</summary>
    public void BeginField(string code)
    {
        Field("begin");
        Paragraph?.Fields.Code(code);
        Field("separate");
    }

    private void Before(WordParagraph paragraph, ReadOnlySpan<char> text)
    {
        if (paragraph.IsNumberDue && !text.IsWhiteSpace())
        {
            paragraph.IsNumberDue = false;
            writer.Mark(lists.Next(paragraph.List, paragraph.Style));
        }

        if (paragraph.IsAfterNote && char.IsLetterOrDigit(paragraph.Last) && char.IsLetterOrDigit(text[0]))
        {
            // On paper the raised number of the note stands between them.
            writer.Append(" ");
        }

        paragraph.Fields.HasResult();
        (paragraph.IsAfterNote, paragraph.Last) = (false, text[^1]);
    }
}
