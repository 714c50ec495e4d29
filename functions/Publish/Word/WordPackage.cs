using System.Globalization;
using System.Net;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>
/// The parts of the document around its text. Every relation has an id of ours, properties bear the digest's time, and the
/// zip is written once more without times of its own: the same digest gives the same bytes.
/// </summary>
internal static class WordPackage
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public static byte[] Write(Report report, Digest digest)
    {
        using var file = new MemoryStream();
        using (var package = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(Main, "rId1");
            Fill(package.AddNewPart<CoreFilePropertiesPart>("rId2"), Properties(report, digest));
            Fill(main.AddNewPart<StyleDefinitionsPart>("rId1"), Resource("styles.xml"));
            Fill(main.AddNewPart<NumberingDefinitionsPart>("rId2"), Resource("numbering.xml"));
            Fill(main.AddNewPart<DocumentSettingsPart>("rId3"), Resource("settings.xml"));
            Fill(main.AddNewPart<HeaderPart>(WordSections.HeaderId), Head(report, digest));
            Fill(main.AddNewPart<FooterPart>(WordSections.FooterId), Foot());
            using var writer = OpenXmlWriter.Create(main, Encoding.UTF8);
            new WordWriter(writer, new WordLinks(main)).Write(report);
        }

        return StableZip.Rewritten(file);
    }

    private static void Fill(OpenXmlPart part, string xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(xml));
    }

    private static string Resource(string name)
    {
        using var stream = typeof(WordPackage).Assembly.GetManifestResourceStream($"Intake.Publish.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Properties(Report report, Digest digest)
    {
        var time = Wording.Machine(digest.Generated);
        return string.Create(CultureInfo.InvariantCulture, $"""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{Xml($"{report.Kicker}: {report.Title}")}</dc:title><dc:subject>{Xml(report.Title)}</dc:subject><dc:creator>Intake</dc:creator><dc:description>{Xml(digest.Method.ReadingNote)}</dc:description><dc:language>en</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified><cp:contentStatus>{(digest.Interim ? "Draft" : "Final")}</cp:contentStatus></cp:coreProperties>
            """).ReplaceLineEndings("\n");
    }

    /// <summary>The running head.</summary>
    private static string Head(Report report, Digest digest) =>
        $"""<w:hdr {Namespaces}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">{Xml($"{report.Kicker} ({(digest.Interim ? "draft" : "final")}) · ")}</w:t></w:r><w:r><w:t>{Xml(Svg.Fit(report.Title, 480))}</w:t></w:r></w:p></w:hdr>""";

    private static string Foot() =>
        $"""<w:ftr {Namespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> of </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>""";

    private static string Xml(string text) => WebUtility.HtmlEncode(WordText.Clean(text));
}
