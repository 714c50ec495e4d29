using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract.Kinds;

public class KindSnifferTests
{
    private static readonly byte[] TestString = [.. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTI"u8, .. "VIRUS-TEST-FILE!$H+H*"u8];

    [Theory]
    [InlineData("From: a@example.org\r\nTo: b@example.org\r\nDate: Thu, 5 Mar 2026 10:00:00 +0100\r\n\r\nWe agree.")]
    [InlineData("Received: from x by y; Thu, 5 Mar 2026 10:00:00 +0100\nMessage-ID: <1@example.org>\nSubject: Ours\n\nWe agree.")]
    [InlineData("Return-Path: <a@example.org>\nFrom: a@example.org\n\nWe agree.")]
    [InlineData("From a@example.org Thu Mar  5 10:00:00 2026\nSubject: Ours\nFrom: a@example.org\n\nWe agree.")]
    [InlineData("\ufeffMIME-Version: 1.0\nContent-Type: text/plain;\n charset=utf-8\nSubject: Ours\n\nWe agree.")]
    [InlineData("Message-ID: <1@example.org>\nMIME-Version: 1.0\nthis line is broken\nSubject: Ours\n\nWe agree.")]
    public async Task A_message_is_told_by_its_header(string message)
    {
        var read = await Read(message, "letter.txt", "text/plain");

        Assert.Equal(DocumentKind.Mail, read.Kind);
        Assert.Contains("We agree.", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("To: The Working Group\nFrom: Open Net\nDate: 5 March 2026\nSubject: Our input\n\nWe agree.")]
    [InlineData("To: The Working Group <wg@example.org>\nFrom: Open Net <a@example.org>\nDate: 5 March 2026\n\nWe agree.")]
    [InlineData("From: Open Net\n\nWe agree.")]
    [InlineData("Subject: x\nDear all: we write to you\nFrom: y\nand this is no header at all\nnor this\nnor this\n\nMessage-ID: x")]
    [InlineData("Question: what?\nAnswer: this.\n\nQuestion: who?\nAnswer: they.")]
    public async Task A_letter_that_a_person_typed_is_none(string letter)
    {
        var read = await Read(letter, "letter.txt", "text/plain");

        Assert.Equal(DocumentKind.Text, read.Kind);
        Assert.StartsWith(letter[..5], read.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[]> Kept() => new()
    {
        { "spreadsheet", OfficeZip("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") },
        { "presentation", OfficeZip("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml") },
        { "XPS", OfficeZip("application/vnd.ms-package.xps-fixeddocumentsequence+xml") },
        { "spreadsheet", Zip([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray())]) },
        { "e-book", Zip([("mimetype", "application/epub+zip"u8.ToArray())]) },
        { "Apple Pages", Zip([("Index/Document.iwa", [1]), ("preview.jpg", [1])]) },
        { "winmail.dat", [0x78, 0x9F, 0x3E, 0x22, 1, 0, 0] },
        { "picture", [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0] },
        { "picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] },
        { "picture", [.. "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg>"u8] },
        { "XML", [.. "<?xml version='1.0'?>\n<data><a>1</a></data>"u8] },
        { "sound or video", [.. "ID3\u0003\0\0\0\0\0"u8] },
        { "sound or video", [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0] },
        { "compressed", [0x1F, 0x8B, 8, 0] },
        { "compressed", [.. "Rar!\u001a\u0007\0"u8] },
        { "archive", [.. Encoding.ASCII.GetBytes("letter.txt".PadRight(257, '\0') + "ustar\u000000"), 0] },
        { "PostScript", [.. "%!PS-Adobe-3.0\n%%Title: x\n"u8] },
        { "WordPerfect", [0xFF, .. "WPC"u8, 0, 0] },
        { "calendar", [.. "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"u8] },
        { "business card", [.. "BEGIN:VCARD\r\nVERSION:3.0\r\n"u8] },
        { "encrypted", [.. "-----BEGIN PGP MESSAGE-----\n\nabc\n"u8] },
        { "spreadsheet", Ole("Workbook", "\u0005SummaryInformation") },
        { "presentation", Ole("PowerPoint Document", "Current User") },
        { "Outlook message", Ole("__properties_version1.0", "__nameid_version1.0") },
        { "password", Ole("EncryptedPackage", "EncryptionInfo") },
    };

    [Theory]
    [MemberData(nameof(Kept))]
    public async Task What_is_not_read_is_kept_and_named(string what, byte[] document)
    {
        var read = await Read(document, "letter.docx", "application/octet-stream");

        Assert.Equal(DocumentKind.Unknown, read.Kind);
        Assert.Contains(what, read.Problem, StringComparison.Ordinal);
        Assert.EndsWith("kept as received.", read.Problem, StringComparison.Ordinal);
        Assert.False(read.IsQuarantined);
    }

    [Fact]
    public async Task A_word_97_document_is_told_by_its_directory_whatever_is_embedded_in_it()
    {
        Assert.Equal(DocumentKind.Doc, (await Read(Ole("1Table", "WordDocument"))).Kind);
        Assert.Equal(DocumentKind.Doc, (await Read([.. Ole("1Table", "WordDocument"), .. Encoding.Unicode.GetBytes("Workbook")])).Kind);
    }

    [Theory]
    [InlineData("name,country\nOpen Net,KE\n")]
    [InlineData("{\"answer\": \"We agree.\"}")]
    [InlineData("MZ is how this letter begins, and it goes on for more than a header's length of plain words, I am told.")]
    [InlineData("BM stands for Benchmarks")]
    [InlineData("ID3 tags should be free")]
    [InlineData("RIFF raff, street rat")]
    public async Task Text_of_every_sort_is_read(string text) => Assert.StartsWith(text[..4], (await Read(text)).Text, StringComparison.Ordinal);

    public static TheoryData<string, byte[]> Dangerous() => new()
    {
        { "letter.txt", TestString },
        { "letter.doc", [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0] },
        { "letter.txt", [0x7F, .. "ELF"u8, 2, 1, 1] },
        { "letter", [.. "#!/bin/sh\nrm -rf ~\n"u8] },
        { "letter.pdf.lnk", [.. "anything"u8] },
        { "letter.JS", [.. "alert(1)"u8] },
        { "letter.zip", Zip([("META-INF/MANIFEST.MF", []), ("Main.class", [0xCA, 0xFE, 0xBA, 0xBE])]) },
        { "letter.zip", Zip([("letter.txt", "We agree."u8.ToArray()), ("virus.com", TestString)]) },
        { "letter.eml", [.. "From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWe agree.\n--b\nContent-Disposition: attachment; filename=a.doc\n\n"u8, .. TestString, .. "\n--b--\n"u8] },
    };

    [Theory]
    [MemberData(nameof(Dangerous))]
    public async Task What_may_do_harm_is_put_in_quarantine(string name, byte[] document)
    {
        var read = await Read(document, name);

        Assert.True(read.IsQuarantined);
        Assert.Contains("is not read", read.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("EICAR", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Korean_that_shifts_with_control_characters_is_text() =>
        Assert.Equal(DocumentKind.Text, (await Read([.. "\u001b$)C"u8, .. Enumerable.Repeat<byte[]>([0x0E, 0x46, 0x44, 0x0F, 0x20], 50).SelectMany(bytes => bytes)])).Kind);

    private static byte[] OfficeZip(string type) => Zip([("[Content_Types].xml", Encoding.UTF8.GetBytes($"<Types><Override ContentType='{type}'/></Types>"))]);

    /// <summary>A compound file with nothing but its directory, in sector 1, the table in sector 0.</summary>
    private static byte[] Ole(params string[] names)
    {
        var bytes = new byte[512 * 3];
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(bytes, 0);
        bytes[30] = 9;
        bytes[48] = 1;
        bytes.AsSpan(76, 436).Fill(0xFF);
        bytes.AsSpan(76, 4).Clear();
        bytes.AsSpan(512, 512).Fill(0xFF);
        bytes[512 + 4] = 0xFE;
        Entry(0, "Root Entry", child: 1, right: -1);
        for (var i = 0; i < names.Length; i++)
        {
            Entry(i + 1, names[i], child: -1, right: i + 1 < names.Length ? i + 2 : -1);
        }

        return bytes;

        void Entry(int number, string name, int child, int right)
        {
            var entry = bytes.AsSpan(1024 + (number * 128), 128);
            Encoding.Unicode.GetBytes(name).CopyTo(entry);
            entry[64] = (byte)((name.Length + 1) * 2);
            BitConverter.TryWriteBytes(entry[68..], -1);
            BitConverter.TryWriteBytes(entry[72..], right);
            BitConverter.TryWriteBytes(entry[76..], child);
        }
    }
}
