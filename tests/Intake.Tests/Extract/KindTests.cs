using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class KindTests
{
    [Theory]
    [InlineData("<!DOCTYPE html><p>x", "letter.txt", "text/plain", DocumentKind.Html)]
    [InlineData("<!-- saved --> <html><body>x", "letter.docx", "", DocumentKind.Html)]
    [InlineData("<?xml version='1.0'?><html><body>x</body></html>", "", "", DocumentKind.Html)]
    [InlineData("{\\rtf1 x}", "letter.doc", "application/msword", DocumentKind.Rtf)]
    [InlineData("Hello <i>world</i>", "letter.html", "", DocumentKind.Html)]
    [InlineData("Hello <i>world</i>", "letter.txt", "", DocumentKind.Text)]
    [InlineData("a < b", "", "text/plain", DocumentKind.Text)]
    [InlineData("# Title", "letter.md", "", DocumentKind.Markdown)]
    [InlineData("# Title", "", "text/markdown; charset=utf-8", DocumentKind.Markdown)]
    [InlineData("# Title", "letter.txt", "", DocumentKind.Text)]
    [InlineData("plain words", "letter.pdf", "application/pdf", DocumentKind.Text)]
    public async Task Content_decides_and_name_and_type_are_hints(string content, string name, string type, string kind) =>
        Assert.Equal(kind, (await Read(content, name, type)).Kind);

    [Theory]
    [InlineData("GIF89a\u0001\u0000", "picture")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005 binary \u0006\u0007", "kind of file")]
    public async Task What_cannot_be_read_is_kept_and_said(string content, string word)
    {
        var read = await Read(content, "letter.txt", "text/plain");

        Assert.Equal(DocumentKind.Unknown, read.Kind);
        Assert.Empty(read.Text);
        Assert.Contains(word, read.Problem, StringComparison.Ordinal);
        Assert.Contains("kept as received", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_office_document_is_named_as_such()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600], .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage"), 0];

        Assert.Contains("password", (await Read(ole, "letter.docx")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_zip_is_is_told_by_what_is_in_it()
    {
        Assert.Equal(DocumentKind.Zip, (await Read(Zip([("a.txt", "x"u8.ToArray())]))).Kind);
        Assert.Equal(DocumentKind.Odt, (await Read(Zip([("mimetype", "application/vnd.oasis.opendocument.text"u8.ToArray())]))).Kind);
        Assert.Equal(DocumentKind.Odt, (await Read(Zip([("content.xml", [1]), ("META-INF/manifest.xml", "<m:file-entry m:media-type='application/vnd.oasis.opendocument.text' m:full-path='/'/>"u8.ToArray())]))).Kind);
    }

    [Fact]
    public async Task An_empty_file_is_said_to_be_empty() => Assert.Contains("empty", (await Read("")).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task A_fault_of_the_stream_is_thrown_for_the_platform_to_retry() =>
        await Assert.ThrowsAsync<IOException>(() => Reading.Reader(new()).ReadAsync(new FailingStream(), "a.txt", "", default));

    private sealed class FailingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("connection reset");
    }
}
