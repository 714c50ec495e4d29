using System.IO.Compression;
using System.Text;
using Intake.Extract;

namespace Intake.Tests.Extract;

/// <summary>What the tests of the document readers share.</summary>
internal static class Reading
{
    public static DocumentReader Reader(ExtractLimits limits) => new(limits, new(limits));

    public static async Task<ReadText> Read(byte[] bytes, string name = "letter", string contentType = "", ExtractLimits? limits = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var stream = new MemoryStream(bytes);
        var read = await Reader(limits ?? new()).ReadAsync(stream, name, contentType, deadline.Token);
        HasSoundBlocks(read);
        return read;
    }

    public static Task<ReadText> Read(string text, string name = "letter", string contentType = "", ExtractLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(text), name, contentType, limits);

    /// <summary>Each block as "Kind: text", with its number before the text if the word processor counted it.</summary>
    public static IEnumerable<string> Blocks(this ReadText read) =>
        read.Blocks.Select(block => $"{block.Kind}: {(block.Marker is { } marker ? marker + " " : "")}{read.Text[block.Start..block.End]}");

    /// <summary>The promise of <see cref="Block"/>: whatever the input.</summary>
    public static void HasSoundBlocks(ReadText read)
    {
        var at = 0;
        foreach (var block in read.Blocks)
        {
            Assert.InRange(block.Start, at, read.Text.Length - 1);
            Assert.InRange(block.End, block.Start + 1, read.Text.Length);
            Assert.False(char.IsWhiteSpace(read.Text[block.Start]) || char.IsWhiteSpace(read.Text[block.End - 1]), "a block has white space at an end");
            at = block.End;
        }

        Assert.DoesNotContain('\0', read.Text);
        Assert.DoesNotContain('\r', read.Text);
        Assert.True(read.Text.EnumerateRunes().Count(rune => rune.Value == 0xFFFD) == read.Text.Count(c => c == '\ufffd'), "a lone surrogate is left");
        Assert.True(read.Blocks.Count > 0 || read.Problem is not null, "nothing was read and nothing is said about it");
    }

    /// <summary>A Word document with this inside its body, and further parts by path, which is their type, with or without a number.</summary>
    public static byte[] Docx(string body, params (string Path, string Content)[] parts)
    {
        const string w = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:v='urn:schemas-microsoft-com:vml' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships' xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'";
        const string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        var all = new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = "<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
            ["_rels/.rels"] = $"<Relationships><Relationship Id='r1' Type='{types}officeDocument' Target='word/document.xml'/></Relationships>",
            ["word/_rels/document.xml.rels"] = "<Relationships>" + string.Concat(parts.Select(part => $"<Relationship Id='{part.Path}' Type='{types}{part.Path.TrimEnd('1', '2', '3')}' Target='{part.Path}.xml'/>")) + "</Relationships>",
            ["word/document.xml"] = $"<w:document {w}><w:body>{body}</w:body></w:document>",
        };
        foreach (var (path, content) in parts)
        {
            all[$"word/{path}.xml"] = content.Replace("<w:root>", $"<w:root {w}>", StringComparison.Ordinal);
        }

        return Zip(all.Select(part => (part.Key, Encoding.UTF8.GetBytes(part.Value))));
    }

    /// <summary>An OpenDocument text with this inside its body, these automatic styles, and this style sheet.</summary>
    public static byte[] Odt(string text, string automatic = "", string styles = "", string masters = "", string manifest = "") => Zip(new[]
    {
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", $"<m:manifest xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>{manifest}</m:manifest>"),
        ("styles.xml", $"<office:document-styles {OdtNames}><office:styles>{styles}</office:styles><office:master-styles><style:master-page style:name='Standard'>{masters}</style:master-page></office:master-styles></office:document-styles>"),
        ("content.xml", $"<office:document-content {OdtNames}><office:automatic-styles>{automatic}</office:automatic-styles><office:body><office:text>{text}</office:text></office:body></office:document-content>"),
    }.Select(part => (part.Item1, Encoding.UTF8.GetBytes(part.Item2))));

    public static string OdtNames { get; } = string.Join(' ', new[] { "office", "text", "style", "table", "form" }.Select(name => $"xmlns:{name}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"))
        + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0' xmlns:xml='http://www.w3.org/XML/1998/namespace'";

    public static byte[] Zip(IEnumerable<(string Path, byte[] Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static string Paragraph(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    public static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();
}
