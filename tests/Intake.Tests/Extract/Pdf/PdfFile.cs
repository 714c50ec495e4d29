using System.Globalization;
using System.Text;

namespace Intake.Tests.Extract.Pdf;

/// <summary>Writes small PDF documents. The font is not there, but says which character each code is; letters are half as wide as high.</summary>
internal sealed class PdfFile
{
    private const int Fixed = 6;

    private readonly List<StringBuilder> _pages = [];
    private readonly List<string> _more = [];
    private string _catalog = "";
    private string _annotations = "";

    public PdfFile Page()
    {
        _pages.Add(new());
        return this;
    }

    /// <summary>Lines, the first at this place, in points from the upper left corner of a page of 595 by 842.</summary>
    public PdfFile Text(double left, double top, double size, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {left} {842 - top} Td <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(line))}> Tj ET\n");
            top += 1.2 * size;
        }

        return this;
    }

    /// <summary>A form field on the last page, whose value no drawing shows yet.</summary>
    public PdfFile Field(string value)
    {
        _more.Add($"<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V ({value}) /DA (/F1 10 Tf 0 g) /Rect [100 500 300 520] /F 4 >>");
        (_catalog, _annotations) = ("/AcroForm << /Fields [FIELD 0 R] /NeedAppearances true /DR << /Font << /F1 FONT 0 R >> >> /DA (/F1 10 Tf 0 g) >>", "/Annots [FIELD 0 R]");
        _more.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        return this;
    }

    /// <summary>A file within the document.</summary>
    public PdfFile Attach(string name, string content)
    {
        _more.Add($"<< /Type /EmbeddedFile /Length {content.Length} >> stream\n{content}\nendstream");
        _more.Add($"<< /Type /Filespec /F ({name}) /EF << /F FILE 0 R >> >>");
        _catalog = $"/Names << /EmbeddedFiles << /Names [({name}) SPEC 0 R] >> >>";
        return this;
    }

    public byte[] ToBytes()
    {
        var first = Fixed + (2 * _pages.Count) + 1;
        string Numbered(string text) => text.Replace("FIELD", $"{first}", StringComparison.Ordinal).Replace("FONT", $"{first + 1}", StringComparison.Ordinal)
            .Replace("FILE", $"{first}", StringComparison.Ordinal).Replace("SPEC", $"{first + 1}", StringComparison.Ordinal);

        const string map = "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap";
        List<string> objects =
        [
            $"<< /Type /Catalog /Pages 2 0 R {Numbered(_catalog)} >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', _pages.Select((_, index) => $"{Fixed + 1 + (2 * index)} 0 R"))}] >>",
            "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 5 0 R >>",
            "<< /Type /FontDescriptor /FontName /X /Flags 4 /FontBBox [0 -200 1000 800] /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 /ItalicAngle 0 >>",
            $"<< /Length {map.Length} >> stream\n{map}\nendstream",
        ];
        foreach (var page in _pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {objects.Count + 2} 0 R {Numbered(_annotations)} /Resources << /Font << /F1 3 0 R >> >> >>");
            objects.Add($"<< /Length {page.Length} >> stream\n{page}endstream");
        }

        objects.AddRange(_more.Select(Numbered));
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new StringBuilder();
        foreach (var (index, content) in objects.Index())
        {
            places.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes($"{pdf}xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{places}trailer << /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{pdf.Length}\n%%EOF");
    }
}
