using System.IO.Compression;
using System.Text;
using Intake.Extract;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>PDF files that inflate, loop or point outside. The converter has limits of its own; the service does not wait for it for ever.</summary>
public sealed class PdfAttackTests
{
    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>>>";
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";
    private const string Words = "BT /F1 12 Tf 72 700 Td (We support an open forum.) Tj ET";

    private static readonly ExtractLimits Limits = new() { ConverterSeconds = 2 };

    public static TheoryData<string> Attacks => [.. Files.Keys];

    private static Dictionary<string, Func<byte[]>> Files { get; } = new()
    {
        ["a flate bomb"] = () => Flate(new byte[200 * 1024 * 1024]),
        ["a flate bomb of text"] = () => Flate(Encoding.ASCII.GetBytes("BT /F1 1 Tf " + Reading.Repeat("(We support it. ) Tj 0 1 Td ", 3_000_000) + "ET")),
        ["a form within itself"] = () => Form("/X Do"),
        ["forms within each other, a thousand million times"] = Billion,
        ["a page tree that is a circle"] = () => PdfFile.Of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
        ["a page tree that says it has two thousand million pages"] = () => PdfFile.Of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", Page, PdfFile.Stream("", Encoding.ASCII.GetBytes(Words)), Font),
        ["arrays within each other"] = () => PdfFile.With(Reading.Repeat("[", 200_000) + Words),
        ["a length that points at itself"] = () => PdfFile.Of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, "<</Length 4 0 R>>stream\nx\nendstream"),
        ["a cross-reference table that is a circle"] = () => Encoding.ASCII.GetBytes("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"),
        ["JavaScript, a launch and an embedded file"] = () => PdfFile.Of("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(while(1);)>>/AA<</WC<</S/Launch/F(/bin/sh)>>>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, PdfFile.Stream("", Encoding.ASCII.GetBytes(Words)), Font),
        ["half a file"] = () => PdfFile.With(Words)[..300],
        ["no more than a header"] = () => "%PDF-1.7"u8.ToArray(),
    };

    /// <summary>What the converter does is no use of this process's memory, so the budget here is what comes back from it.</summary>
    [Theory]
    [MemberData(nameof(Attacks))]
    public void It_is_read_or_reported_in_time(string attack) => Budget.Read(Files[attack](), "letter.pdf", inflated: 1_000_000, Limits);

    [Fact]
    public void Nothing_that_it_points_at_is_fetched()
    {
        using var trap = new Trap();
        byte[][] attacks =
        [
            PdfFile.Of("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(" + trap.Url + ")>>/AcroForm<</XFA(" + trap.Url + ")>>>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, PdfFile.Stream("", Encoding.ASCII.GetBytes(Words)), Font),
            PdfFile.Of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, "<</Length 0/F<</FS/URL/F(" + trap.Url + ")>>>>stream\n\nendstream", Font),
            PdfFile.Of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, "<</Length 0/F(" + new Uri(trap.File).LocalPath + ")>>stream\n\nendstream", Font),
        ];
        Assert.All(attacks, attack => Assert.DoesNotContain(Trap.Secret, Budget.Read(attack, "letter.pdf").Text, StringComparison.Ordinal));
    }

    private static byte[] Flate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return PdfFile.Of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, PdfFile.Stream("/Filter/FlateDecode", packed.ToArray()), Font);
    }

    private static byte[] Form(string content) => PdfFile.Of(
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, PdfFile.Stream("", "/X Do"u8.ToArray()), Font,
        PdfFile.Stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X 6 0 R>>/Font<</F1 5 0 R>>>>", Encoding.ASCII.GetBytes(content)));

    /// <summary>Nine forms, each of which draws the next ten times; the last draws words.</summary>
    private static byte[] Billion() => PdfFile.Of(
    [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", Page, PdfFile.Stream("", "/X Do"u8.ToArray()), Font,
        .. Enumerable.Range(6, 9).Select(number => PdfFile.Stream(
            $"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X {number + 1} 0 R>>/Font<</F1 5 0 R>>>>", Encoding.ASCII.GetBytes(Reading.Repeat("/X Do ", 10)))),
        PdfFile.Stream("/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>", Encoding.ASCII.GetBytes(Words)),
    ]);
}
