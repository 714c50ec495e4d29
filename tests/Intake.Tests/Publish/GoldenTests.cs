using System.IO.Compression;
using System.Security.Cryptography;
using Intake.Publish;

namespace Intake.Tests.Publish;

/// <summary>The full digest in every format, byte for byte.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    public async Task The_full_digest_is_what_the_golden_file_says(string extension) =>
        Golden.Same($"tests/data/golden/digest.{extension}", await RenderAsync(extension));

    /// <summary>As people see it who run Intake for the first time: what the engine makes of real letters.</summary>
    [Theory]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("json")]
    public async Task The_digest_of_the_sample_call_is_what_the_golden_file_says(string extension) =>
        Golden.Same($"tests/data/golden/sample.{extension}", await RenderAsync(extension, await SampleCall.DigestAsync()));

    [Fact]
    public async Task The_word_document_and_the_tables_of_the_sample_call_are_what_the_golden_files_say()
    {
        var digest = await SampleCall.DigestAsync();
        Golden.Same("tests/data/golden/sample.docx.txt", DocxText.Of(await RenderAsync("docx", digest)));
        Golden.Same("tests/data/golden/sample.zip.txt", DocxText.Everything(await RenderAsync("zip", digest)).ReplaceLineEndings("\n"));
    }

    /// <summary>Compressed bytes may differ from one version of the runtime to the next; what is compressed may not.</summary>
    [Fact]
    public async Task The_word_document_is_what_the_golden_file_says()
    {
        var docx = await RenderAsync("docx");
        Golden.Same("tests/data/golden/digest.docx.txt", $"{Hash(docx)}{DocxText.Of(docx)}");
    }

    [Fact]
    public async Task The_tables_are_what_the_golden_file_says()
    {
        var zip = await RenderAsync("zip");
        Golden.Same("tests/data/golden/digest.zip.txt", $"{Hash(zip)}{DocxText.Everything(zip).ReplaceLineEndings("\n")}");
    }

    [Fact]
    public async Task The_same_digest_gives_the_same_bytes()
    {
        foreach (var format in DigestFormats.All)
            Assert.Equal(await RenderAsync(format.Extension), await RenderAsync(format.Extension));
    }

    /// <summary>Names, dates and contents of the files, which are the same on every machine.</summary>
    private static string Hash(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            return $"{entry.FullName} {entry.LastWriteTime:yyyy-MM-dd} {Convert.ToHexStringLower(SHA256.HashData(stream))}\n";
        })) + "\n";
    }

    private static Task<byte[]> RenderAsync(string extension, Intake.Synthesis.Digest? digest = null) => DigestFormats.All
        .Single(format => format.Extension == extension)
        .RenderAsync(digest ?? FullDigest.Of(), FullDigest.Site, CancellationToken.None);
}
