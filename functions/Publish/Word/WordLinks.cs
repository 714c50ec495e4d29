using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>Links of a document: out of it by relations, within it by bookmarks.</summary>
internal sealed class WordLinks(MainDocumentPart main)
{
    private readonly Dictionary<string, string> _relations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bookmarks = new(StringComparer.Ordinal);
    private int _marks;

    /// <summary>An empty link, to be filled with runs.</summary>
    /// <param name="link">An address, or <c>#anchor</c>.</param>
    public Hyperlink To(string link)
    {
        if (link.StartsWith('#'))
            return new Hyperlink { Anchor = Bookmark(link[1..]), History = true };
        if (!_relations.TryGetValue(link, out var id))
        {
            _relations[link] = id = string.Create(CultureInfo.InvariantCulture, $"link{_relations.Count + 1}");
            main.AddHyperlinkRelationship(new Uri(link, UriKind.RelativeOrAbsolute), isExternal: true, id);
        }

        return new Hyperlink { Id = id, History = true };
    }

    /// <summary>Names of bookmarks are short and of letters: anchors are numbered as they come.</summary>
    public string Bookmark(string anchor)
    {
        if (!_bookmarks.TryGetValue(anchor, out var name))
            _bookmarks[anchor] = name = string.Create(CultureInfo.InvariantCulture, $"_Toc{_bookmarks.Count + 1:D6}");
        return name;
    }

    /// <summary>Marks a paragraph as what an anchor names.</summary>
    public Word.Paragraph Mark(Word.Paragraph paragraph, string? anchor)
    {
        if (anchor is null)
            return paragraph;
        var id = (++_marks).ToString(CultureInfo.InvariantCulture);
        var first = paragraph.ParagraphProperties is null ? 0 : 1;
        paragraph.InsertAt(new BookmarkStart { Name = Bookmark(anchor), Id = id }, first);
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }
}
