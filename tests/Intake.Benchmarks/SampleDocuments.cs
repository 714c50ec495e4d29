using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;

namespace Intake.Benchmarks;

/// <summary>Documents of the size that contributions have, the same in every run.</summary>
internal static class SampleDocuments
{
    public const string Pdf = "pdf";
    public const string Mail = "eml";

    private static readonly string[] Words =
        ("the of and to in for on with that this by as be from which should governments forum participation developing countries financing voluntary contributions "
        + "civil society private sector technical community internet governance process open inclusive transparent mandate annual meeting programme regional national "
        + "stakeholders dialogue outcomes recommendations secretariat capacity building support remote access rights security stability naming addressing policy").Split(' ');

    public static IReadOnlyList<(string Kind, Func<int, byte[]> Make)> All { get; } =
    [
        ("docx", Docx), ("odt", Odt), ("rtf", Rtf), ("html", Html), ("text", Text), (Pdf, MakePdf), (Mail, MakeMail), ("zip", MakeZip),
    ];

    /// <summary>About 1,600 words, a statement of four pages.</summary>
    private static List<string> Paragraphs(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 24).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(4, 7)).Select(_ => Sentence(random))))];
    }

    private static string Sentence(Random random)
    {
        var sentence = string.Join(' ', Enumerable.Range(0, random.Next(8, 20)).Select(_ => Words[random.Next(Words.Length)]));
        return char.ToUpperInvariant(sentence[0]) + sentence[1..] + (random.Next(4) == 0 ? ", naïve as “it” may seem." : ".");
    }

    private static byte[] Docx(int seed) => Zip(
        ("[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>"),
        ("_rels/.rels", "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='word/document.xml'/></Relationships>"),
        ("word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + string.Concat(Paragraphs(seed).Select(paragraph =>
            "<w:p w:rsidR='00A77B3E' w:rsidRDefault='00A77B3E'><w:pPr><w:pStyle w:val='BodyText'/><w:jc w:val='both'/></w:pPr>" + string.Concat(paragraph.Chunk(60).Select(run =>
                $"<w:r w:rsidRPr='00C21A50'><w:rPr><w:rFonts w:ascii='Calibri' w:hAnsi='Calibri' w:cs='Calibri'/><w:sz w:val='22'/><w:lang w:val='en-GB'/></w:rPr><w:t xml:space='preserve'>{new string(run)}</w:t></w:r>")) + "</w:p>")) + "</w:body></w:document>"));

    private static byte[] Odt(int seed) => Zip(
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'><office:body><office:text>"
            + string.Concat(Paragraphs(seed).Select(paragraph => "<text:p text:style-name='P1'>" + string.Concat(paragraph.Chunk(60).Select(run => $"<text:span text:style-name='T1'>{new string(run)}</text:span>")) + "</text:p>"))
            + "</office:text></office:body></office:document-content>"),
        ("META-INF/manifest.xml", "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'/>"));

    private static byte[] Rtf(int seed) => Encoding.ASCII.GetBytes(
        @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Calibri;}}{\stylesheet{\s0 Normal;}}" + string.Concat(Paragraphs(seed).Select(paragraph =>
            @"\pard\plain\s0\qj\f0\fs22 " + string.Concat(paragraph.Select(c => c < 128 ? c.ToString() : $@"\u{(int)c}?")) + "\\par\r\n")) + "}");

    private static byte[] Html(int seed) => Encoding.UTF8.GetBytes(
        "<!doctype html><html><head><meta charset=utf-8><title>Statement</title><style>p { margin: 1em }</style></head><body>"
        + string.Concat(Paragraphs(seed).Select(paragraph => $"<p class=\"MsoNormal\" style=\"text-align:justify\"><span lang=\"EN-GB\">{WebUtility.HtmlEncode(paragraph)}</span></p>\n")) + "</body></html>");

    private static byte[] Text(int seed) => Encoding.UTF8.GetBytes(string.Join("\n\n", Paragraphs(seed)));

    /// <summary>Four pages of Helvetica, deflated as printers' drivers do.</summary>
    private static byte[] MakePdf(int seed)
    {
        var pages = Paragraphs(seed).Chunk(6).ToList();
        var pdf = new PdfFile();
        pdf.Add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, page) => $"{4 + (page * 2)} 0 R"))}] >>"));
        pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        foreach (var page in pages)
        {
            pdf.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {pdf.Count + 2} 0 R >>"));
            pdf.AddStream("BT /F1 10 Tf 14 TL 60 780 Td " + string.Concat(page.Select(paragraph => string.Concat(paragraph.Chunk(90).Select(line => $"({new string(line).Replace("“", "'", StringComparison.Ordinal).Replace("”", "'", StringComparison.Ordinal)}) Tj T*\n")) + "T*\n")) + "ET");
        }

        return pdf.ToArray();
    }

    /// <summary>A letter as mail programs send it: plain and HTML, with the statement as a Word document attached.</summary>
    private static byte[] MakeMail(int seed)
    {
        var paragraphs = Paragraphs(seed).Take(6).ToList();
        var html = string.Concat(paragraphs.Select(paragraph => $"<p class=3D\"MsoNormal\">{QuotedPrintable(paragraph)}</p>\r\n"));
        var plain = string.Join("\r\n\r\n", paragraphs.Select(QuotedPrintable));
        var noise = new byte[60_000];
        new Random(seed).NextBytes(noise);
        var files = string.Concat(new[] { ("statement.docx", Docx(seed)), ("annex.bin", noise) }.Select(file =>
            $"--outer\r\nContent-Type: application/octet-stream; name=\"{file.Item1}\"\r\nContent-Disposition: attachment; filename=\"{file.Item1}\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + string.Join("\r\n", Convert.ToBase64String(file.Item2).Chunk(76).Select(line => new string(line))) + "\r\n"));
        return Encoding.ASCII.GetBytes(
            string.Concat(Enumerable.Range(0, 6).Select(hop => $"Received: from mx{hop}.example.org (mx{hop}.example.org [192.0.2.{hop}])\r\n\tby mx{hop + 1}.example.org with ESMTPS id {seed}A{hop};\r\n\tThu, 5 Mar 2026 10:00:0{hop} +0100\r\n"))
            + $"From: =?utf-8?q?Am=C3=ADna?= Example <amina{seed}@example.org>\r\nTo: Working Group <call@example.org>\r\nSubject: =?utf-8?b?T3VyIHZpw6l3cyBvbiB0aGUgZm9ydW0=?=\r\n =?utf-8?q?_and_its_fin=C3=A1ncing?=\r\n"
            + $"Date: Thu, 5 Mar 2026 10:00:00 +0100\r\nMessage-ID: <{seed}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=outer\r\n\r\n"
            + "--outer\r\nContent-Type: multipart/alternative; boundary=inner\r\n\r\n--inner\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + plain
            + "\r\n--inner\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body>" + html + "</body></html>\r\n--inner--\r\n" + files + "--outer--\r\n");
    }

    private static string QuotedPrintable(string text)
    {
        var encoded = new StringBuilder();
        var line = 0;
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            var next = b is > 126 or (byte)'=' ? $"={b:X2}" : ((char)b).ToString();
            if (line + next.Length > 75)
            {
                encoded.Append("=\r\n");
                line = 0;
            }

            encoded.Append(next);
            line += next.Length;
        }

        return encoded.ToString();
    }

    private static byte[] MakeZip(int seed)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in new[] { ("statement.docx", Docx(seed)), ("annex.html", Html(seed + 1)), ("notes.txt", Text(seed + 2)) })
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static byte[] Zip(params IEnumerable<(string Path, string Content)> entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
