using System.Text;
using Intake.Extract;
using static Intake.Tests.Extract.Reading;
using static Intake.Tests.Extract.RtfTests;

namespace Intake.Tests.Extract;

public class RtfCharacterTests
{
    [Theory]
    [InlineData("""caf\'e9 caf\'E9""", "café café")]
    [InlineData("""\f1\'83\'5c\'83\\A\'83A""", "ソソAア")]
    [InlineData("""{\f0\loch\af0\dbch\af1\hich\f0 a\dbch\'83\'5c}""", "aソ")]
    [InlineData("""\f4\'d3\'f7\'e0\'f1\'f2\'e8\'e5""", "Участие")]
    [InlineData("""\f5\'c7\'d1\'b1\'b9""", "한국")]
    [InlineData("""\f6\'d6\'d0\'ce\'c4""", "中文")]
    [InlineData("""\f7 caf\'8e""", "café")]
    [InlineData("""\ltrch\af0 \rtlch\af8 \'e3\'d4\ltrch\f0  x""", "مش x")]
    [InlineData("""\f2\'61\'b7\f3 J\f0  x""", "α•☺ x")]
    [InlineData("""\f2\u-3999 ?x""", "αξ")]
    [InlineData("""{\f4\'d3}{\plain\'d3}""", "УÓ")]
    public async Task Bytes_are_read_in_the_character_set_of_their_font(string body, string text) => Assert.Equal(text, (await Rtf(body)).Text);

    [Theory]
    [InlineData("""\u8212-x""", "—x")]
    [InlineData("""\u8212 x\u8212\'97y""", "—\u2014y")]
    [InlineData("""{\uc2\u228\'c3\'a4}\uc0\u228 x""", "ääx")]
    [InlineData("""\u-10187?\u-8693?.""", "\ud835\ude0b.")]
    [InlineData("""\u128512?.""", "😀.")]
    [InlineData("""a\u8212\par b""", "a—\n\nb")]
    [InlineData("""{\upr{na?ve}{\*\ud{na\u239?ve}}}""", "naïve")]
    [InlineData("""hi \u-10240 ? lo \u-9216 ? both \u-9216?\u-10240?.""", "hi \ufffd lo \ufffd both \ufffd\ufffd.")]
    public async Task Unicode_characters_stand_in_for_what_follows_them(string body, string text) => Assert.Equal(text, (await Rtf(body)).Text);

    [Fact]
    public async Task Words_and_symbols_stand_for_characters() =>
        Assert.Equal(
            "a—b–c‘d’ “e” f•g\th\u00a0i-jk {l} \\ m",
            (await Rtf("""a\emdash b\endash c\lquote d\rquote\~{\ldblquote e\rdblquote} f\bullet g\tab h\~i\_j\-k \{l\} \\ m""")).Text.Replace("’\u00a0", "’ ", StringComparison.Ordinal));

    [Fact]
    public async Task Binary_data_is_passed_over() => Assert.Equal("ab", (await Rtf("a{\\pict\\bin6 }{\\}\0{}b")).Text);

    [Theory]
    [InlineData("""{\rt""", "", "x", "}")]
    [InlineData("""{\rtf""", "", "x", "")]
    [InlineData("""{\rtf1""", "\ufeff \r\n", "x{", "}")]
    [InlineData("""{\rtf1""", "\ufeff", "x}}}\\par ", "")]
    public async Task Frames_of_every_kind_are_read(string begin, string before, string text, string end)
    {
        var read = await Read(Encoding.UTF8.GetBytes($"{before}{begin} first\\par {text}last{end}"));

        Assert.Equal(DocumentKind.Rtf, read.Kind);
        Assert.EndsWith("last", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debris_after_the_end_is_not_read() => Assert.Equal("text", (await Read("{\\rtf1 text}\0\0objattph DM|q")).Text);

    [Fact]
    public async Task The_documents_own_character_set_counts_where_no_font_says_one()
    {
        Assert.Equal("Участие", (await Read("""{\rtf1\ansi\ansicpg1251{\fonttbl{\f0 Arial;}}\f0\'d3\'f7\'e0\'f1\'f2\'e8\'e5}""")).Text);
        Assert.Equal("é", (await Read("""{\rtf1\mac \'8e}""")).Text);
        Assert.Equal("é", (await Read("""{\rtf1\ansi\ansicpg65001{\fonttbl{\f0\fcharset0 Arial;}}\f0\'c3\'a9}""")).Text);
        Assert.Equal("é", (await Read("""{\rtf1\ansi\ansicpg99999999999 \'e9}""")).Text);
    }

    /// <summary>Each of these would take a recursive reader its stack, or a careless one hours.</summary>
    [Theory]
    [InlineData("{", 5_000_000)]
    [InlineData("{}", 3_000_000)]
    [InlineData("}", 3_000_000)]
    [InlineData("}{\\b", 1_000_000)]
    [InlineData("{\\shptxt x", 500_000)]
    [InlineData("{\\footnote\\chftn x", 300_000)]
    [InlineData("{\\header x}", 500_000)]
    [InlineData("{\\field{\\*\\fldinst{\\*\\formfield{\\fftype2{\\*\\ffl x", 100_000)]
    [InlineData("\\trowd x\\cell", 500_000)]
    [InlineData("\\itap99 x\\nestcell", 300_000)]
    [InlineData("\\itap9 x\\par\\itap0 y\\par", 200_000)]
    [InlineData("{\\fonttbl\\f1 a;}", 300_000)]
    [InlineData("{\\upr", 500_000)]
    [InlineData("\\u55357", 1_000_000)]
    [InlineData("\\'83", 2_000_000)]
    [InlineData("\\abcdefghijklmnopqrstuvwxyz", 200_000)]
    [InlineData("\\bin1", 1_000_000)]
    [InlineData("1", 10_000_000)]
    [InlineData("\\", 5_000_000)]
    public async Task Endless_documents_take_linear_time_and_keep_what_was_read(string unit, int count)
    {
        var read = await Read(@"{\rtf1 start\par " + Repeat(unit, count));

        Assert.StartsWith("start", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_groups_deeper_than_the_limit_is_still_read() =>
        Assert.Equal("deep after", (await Rtf(Repeat("{", 10_000) + "deep{\\pict 00}" + Repeat("}", 10_000) + " after")).Text);
}
