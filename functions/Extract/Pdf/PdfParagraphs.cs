using System.Text;
using Intake.Extract.Converters;
using Intake.Extract.PlainText;

namespace Intake.Extract.Pdf;

/// <summary>
/// Makes paragraphs of lines by where they stand: over line, column and page breaks. Footnotes wait until the paragraph
/// that they interrupt has ended.
/// </summary>
/// <param name="bodySize">The size of most letters of the document.</param>
/// <param name="joiner">Puts lines together.</param>
internal sealed class PdfParagraphs(double bodySize, LineJoiner joiner)
{
    private const double HeadingSize = 1.15;
    private const double NoteSize = 0.92;
    private const int HeadingLines = 3;
    private const int HeadingCharacters = 200;

    private readonly List<ConvertedParagraph> _done = [];
    private readonly List<ConvertedParagraph> _notes = [];
    private readonly StringBuilder _text = new();
    private TextBlock? _block;
    private PdfLine? _first;
    private PdfLine? _last;
    private int _lines;

    public void Add(PdfPage page, IEnumerable<PdfLine> lines)
    {
        foreach (var block in TextBlock.Of(lines))
        {
            if (IsNote(block, page))
            {
                _notes.AddRange(new PdfParagraphs(bodySize, joiner).NotesOf(block));
                continue;
            }

            Add(block);
        }
    }

    /// <summary>A paragraph that is none of the lines.</summary>
    public void Add(ConvertedParagraph paragraph)
    {
        End();
        _done.Add(paragraph);
    }

    public IReadOnlyList<ConvertedParagraph> Finish()
    {
        End();
        return _done;
    }

    private IEnumerable<ConvertedParagraph> NotesOf(TextBlock block)
    {
        Add(block);
        return Finish().Select(note => note with { Kind = PassageKind.Note });
    }

    private void Add(TextBlock block)
    {
        foreach (var line in block.Lines)
        {
            if (_last is { } last && _block is { } before)
            {
                if (before == block ? block.Ends(last, line) : !before.GoesOnIn(block, last, line, _text))
                {
                    End();
                }
            }

            _block = block;
            Add(line);
        }
    }

    private void Add(PdfLine line)
    {
        if (_lines++ == 0)
        {
            _first = line;
            _text.Append(line.Text);
        }
        else
        {
            joiner.Append(_text, line.Text, _last!.IsHyphenated);
        }

        _last = line;
    }

    private void End()
    {
        if (_lines > 0)
        {
            var text = _text.ToString();
            _done.Add(new(KindOf(text), text, _lines == 1));
            _text.Clear();
            (_first, _last, _lines) = (null, null, 0);
        }

        _done.AddRange(_notes);
        _notes.Clear();
    }

    private PassageKind KindOf(string text)
    {
        if (_first!.Size >= bodySize * HeadingSize && _lines <= HeadingLines && text.Length <= HeadingCharacters
            && text[^1] is not ('.' or ',' or ';') && text.Any(char.IsLetter) && text.Length > 2)
        {
            return PassageKind.Heading;
        }

        return ListMarker.Of(text) == ListMarker.Kind.None ? PassageKind.Paragraph : PassageKind.ListItem;
    }

    /// <summary>Small letters in the lower half, and a number or sign to begin with.</summary>
    private bool IsNote(TextBlock block, PdfPage page)
    {
        var first = block.Lines[0];
        return first.Size < bodySize * NoteSize && first.Box.Top > page.Height / 2 && first.Text.Length > 10
            && first.Text[0] is (>= '0' and <= '9') or '*' or '†' or '‡' or '¹' or '²' or '³' or (>= '⁰' and <= '⁹');
    }
}
