using Intake.Publish;

namespace Intake.Tests.Publish;

public sealed class CsvTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-2+3 Alliance", "'-2+3 Alliance")]
    [InlineData("@SUM(1)", "'@SUM(1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=a,\"b\"", "\"'=a,\"\"b\"\"\"")]
    [InlineData("a-b = c", "a-b = c")]
    [InlineData("", "")]
    public void A_cell_that_a_spreadsheet_would_run_is_made_harmless(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public async Task No_cell_of_the_full_digest_begins_a_formula_and_texts_come_back_whole()
    {
        var files = CsvReader.Read(await new DigestCsv().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None));
        var cells = files.Values.SelectMany(rows => rows).SelectMany(row => row.Values);

        Assert.DoesNotContain(cells, cell => cell.TrimStart() is ['=' or '+' or '-' or '@', ..]);
        Assert.Contains(files["quotes.csv"], row => row["text"] == FullDigest.Hostile);
        Assert.Contains(files["quotes.csv"], row => row["text"] == FullDigest.Arabic && row["language"] == "ar");
        Assert.Contains(files["contributions.csv"], row => row["contributor"] == "'" + FullDigest.HostileName);
    }

    [Fact]
    public async Task The_key_tells_of_every_column_of_every_file()
    {
        var files = CsvReader.Read(await new DigestCsv().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None));

        Assert.All(files["key.csv"], row => Assert.NotEmpty(row["means"]));
        Assert.Equal(
            files.Where(file => file.Key != "key.csv").SelectMany(file => file.Value[0].Keys.Select(column => (file.Key, column))),
            files["key.csv"].Select(row => (row["file"], row["column"])));
    }
}
