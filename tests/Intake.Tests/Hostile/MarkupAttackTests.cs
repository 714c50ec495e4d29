using System.Text;
using Intake.Tests.Extract;

namespace Intake.Tests.Hostile;

/// <summary>HTML and RTF that nest, lie about lengths, or point outside.</summary>
public sealed class MarkupAttackTests
{
    [Theory]
    [InlineData("<p ", "a ")]
    [InlineData("<p ", "hidden ")]
    [InlineData("<p ", "style='' ")]
    [InlineData("<p style='", "a:b;")]
    [InlineData("<p style='", "  ")]
    [InlineData("<p a='", "&amp;")]
    [InlineData("<", "a")]
    [InlineData("</", "a")]
    [InlineData("<p>", "</p>")]
    [InlineData("<p>", "</br>")]
    [InlineData("<p>", "<br>")]
    [InlineData("<p>", "&nbsp;")]
    [InlineData("<p>", "&notanentity")]
    [InlineData("<p>", "&#x10FFFF;")]
    [InlineData("<p>", "&#99999999999;")]
    [InlineData("<table>", "<td>")]
    [InlineData("<table>", "x")]
    [InlineData("<table>", "<tr><td><table>")]
    [InlineData("<table>", "</td></tr></table>")]
    [InlineData("<ol>", "<li value=2147483647>")]
    [InlineData("<ol>", "<ol start=2147483647><li>")]
    [InlineData("<select>", "<option>")]
    [InlineData("<select>", "<select>")]
    [InlineData("<svg>", "<g>")]
    [InlineData("<math>", "<mi><svg>")]
    [InlineData("<p>", "<template>")]
    [InlineData("<p>", "<a><b>")]
    [InlineData("<p>", "<a>x</b>")]
    [InlineData("<p>", "<font><p>")]
    [InlineData("<p>", "<form>")]
    [InlineData("<frameset>", "<frameset>")]
    [InlineData("<p>", "<script>")]
    [InlineData("<p>", "<textarea>")]
    [InlineData("<p>", "<!doctype html>")]
    [InlineData("<p>", "<?x?>")]
    [InlineData("<p>", "<![CDATA[")]
    [InlineData("<p>", "<!-->")]
    [InlineData("<meta charset=", "<meta charset=x>")]
    [InlineData("<style>", "@import 'http://127.0.0.1:9';")]
    public void Html_of_endless_markup_takes_linear_time_and_memory(string start, string unit) =>
        Budget.Read(Encoding.UTF8.GetBytes("<html>start" + start + Reading.Repeat(unit, 1_500_000 / unit.Length)), "letter.html");

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("{\\*\\x ")]
    [InlineData("{\\field{\\*\\fldinst ")]
    [InlineData("{\\footnote ")]
    [InlineData("{\\fonttbl{\\f0 ")]
    [InlineData("{\\stylesheet{\\s1 ")]
    [InlineData("{\\shp{\\shptxt ")]
    [InlineData("{\\pict ")]
    [InlineData("{\\upr{")]
    [InlineData("\\trowd\\cell\\row ")]
    [InlineData("\\intbl\\cell ")]
    [InlineData("\\trowd\\cellx1 ")]
    [InlineData("\\itap9999\\nestcell ")]
    [InlineData("\\bin1 x")]
    [InlineData("\\u-10179?\\u-8704?")]
    [InlineData("\\u55357?")]
    [InlineData("\\uc32767\\u1 ")]
    [InlineData("\\uc-1\\u1 ")]
    [InlineData("\\'")]
    [InlineData("\\'00")]
    [InlineData("\\f1\\f2\\cchs1 ")]
    [InlineData("\\a")]
    [InlineData("\\par\\pard ")]
    [InlineData("\\ls1\\ilvl8{\\listtext 1.}x\\par ")]
    [InlineData("\\99999999999999999999 ")]
    [InlineData("\\s99999999999999999999 ")]
    public void Rtf_of_endless_groups_and_words_takes_linear_time_and_memory(string unit) =>
        Budget.Read(Encoding.ASCII.GetBytes("{\\rtf1\\ansi start\\par " + Reading.Repeat(unit, 1_500_000 / unit.Length)), "letter.rtf");

    [Theory]
    [InlineData("\\bin2147483647 ")]
    [InlineData("\\bin4294967295 ")]
    [InlineData("\\bin-5 ")]
    [InlineData("\\bin99999999999999999999 ")]
    [InlineData("{\\pict\\bin1000000 ")]
    public void Rtf_that_lies_about_its_binary_data_ends_there(string lie)
    {
        var read = Budget.Read(Encoding.ASCII.GetBytes("{\\rtf1\\ansi We support it.\\par " + lie + "abc}"), "letter.rtf");

        Assert.Contains("We support it.", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_groups_lose_nothing_that_stands_before_them()
    {
        var read = Budget.Read(Encoding.ASCII.GetBytes("{\\rtf1\\ansi We support it.\\par " + Reading.Repeat("{", 100_000) + "deep" + Reading.Repeat("}", 100_001)), "letter.rtf");

        Assert.StartsWith("We support it.", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_markup_points_at_is_fetched()
    {
        using var trap = new Trap();
        string[] rtf =
        [
            $"{{\\rtf1{{\\*\\template {trap.Url}}}{{\\field{{\\*\\fldinst INCLUDETEXT \"{trap.Url}\"}}{{\\fldrslt shown}}}}{{\\field{{\\*\\fldinst INCLUDEPICTURE \"{trap.Url}\" \\\\d}}}}x\\par}}",
            $"{{\\rtf1{{\\object\\objautlink\\objupdate{{\\*\\objclass Word.Document}}{{\\*\\objdata {Convert.ToHexString(Encoding.Unicode.GetBytes(trap.Url))}}}}}{{\\*\\xmlopen {trap.Url}}}x\\par}}",
        ];
        string[] html =
        [
            $"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN' '{trap.Url}'><html manifest='{trap.Url}'><meta http-equiv=refresh content='0;url={trap.Url}'><link rel='preload stylesheet' href='{trap.Url}'><style>@import '{trap.Url}';p{{background:url({trap.Url})}}</style><p>x",
            $"<!DOCTYPE html [<!ENTITY e SYSTEM '{trap.File}'>]><p>&e;<iframe srcdoc='<img src={trap.Url}>'></iframe><object data='{trap.File}'></object><embed src='{trap.File}'><svg><image href='{trap.Url}'/><use href='{trap.File}#x'/></svg><video src='{trap.Url}'></video>x",
        ];
        foreach (var (attacks, name) in new[] { (rtf, "letter.rtf"), (html, "letter.html") })
        {
            Assert.All(attacks, attack => Assert.DoesNotContain(Trap.Secret, Budget.Read(Encoding.UTF8.GetBytes(attack), name).Text, StringComparison.Ordinal));
        }
    }
}
