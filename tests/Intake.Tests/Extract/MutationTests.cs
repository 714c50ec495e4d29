using System.Text;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

/// <summary>Whatever the bytes: no exception, sound offsets, an end before the deadline.</summary>
public class MutationTests
{
    private static readonly byte[][] Samples =
    [
        Encoding.UTF8.GetBytes("Title of all this\n=====\n\n1. First item, with “quotes”.\n\n- second\r\n\r\nA paragraph that goes\non. 参与 участие مشاركة\n"),
        Encoding.UTF8.GetBytes("# T\n\n- a **b** [c](d)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> q\n\n[^1]: note\n"),
        Encoding.UTF8.GetBytes("<!doctype html><meta charset=utf-8><table><tr><td>a<td>b</table><ul><li>x<li hidden>y</ul><pre>z\n</pre><script>s</script>&amp;&#x41;<br><br>é"),
        Docx(Paragraph("Some text") + "<w:tbl><w:tr><w:tc>" + Paragraph("cell") + "</w:tc></w:tr></w:tbl><w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + Paragraph("box") + "</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>", ("footnotes", "<w:root><w:footnote>" + Paragraph("note") + "</w:footnote></w:root>")),
        Encoding.Unicode.GetBytes("Some text in UTF-16 without a mark."),
        Encoding.Latin1.GetBytes(@"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset128 A;}{\f1\fcharset2 Symbol;}}{\stylesheet{\s1 heading 1;}}{\header h}\s1\f0\'83\'5c\u-10187?\u-8693?\par{\listtext 1.\tab}b\par\trowd\intbl c\cell\itap2 d\nestcell{\*\nesttableprops\nestrow}\itap1\cell\row\pard{\field{\*\fldinst{\*\formfield{\fftype2{\*\ffl x}}}}{\fldrslt}}{\chftn}{\footnote\chftn n}{\shp{\*\shpinst{\shptxt t\par}}}{\upr{a}{\*\ud b}}{\deleted x}\bin3 ab}"),
        Encoding.Latin1.GetBytes(@"{\rtf1\ansi\fromhtml1{\*\htmltag64 <p>}\htmlrtf\par\htmlrtf0 a\'e9{\*\htmltag64 <ol><li>}b}"),
    ];

    [Theory]
    [InlineData(0, "a.txt")]
    [InlineData(1, "a.md")]
    [InlineData(2, "a.html")]
    [InlineData(3, "a.docx")]
    [InlineData(4, "a.txt")]
    [InlineData(5, "a.rtf")]
    [InlineData(6, "a.rtf")]
    public async Task Mutated_documents_are_read_or_reported(int sample, string name)
    {
        var random = new Random(20261122 + sample);
        for (var round = 0; round < 1_500; round++)
        {
            await Read(Mutation.Of(Samples[sample], random), name);
        }
    }

    /// <summary>The archive stays whole, so that the mutation reaches the reader of the XML.</summary>
    [Fact]
    public async Task Mutated_word_markup_is_read_or_reported()
    {
        var random = new Random(7);
        var markup = Encoding.UTF8.GetBytes("<w:document xmlns:w='w'><w:body><w:p><w:pPr><w:pStyle w:val='a'/><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>text</w:t><w:fldChar w:fldCharType='begin'/><w:sym w:char='2022'/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:body></w:document>");
        for (var round = 0; round < 1_500; round++)
        {
            await Read(Zip([("word/document.xml", Mutation.Of(markup, random))]));
        }
    }
}
