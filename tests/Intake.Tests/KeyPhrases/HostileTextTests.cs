using System.Text;
using Intake.KeyPhrases;

namespace Intake.Tests.KeyPhrases;

/// <summary>Whatever arrives, the engine ends, in time linear in the text, and quotes what is there.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Scraps =
    [
        " ", " ", " ", "\t", "\r", ",", ".", "-", "'", "’", "(", "[", "]", "@", "://", "\uD83D", "\uDE00", "😀", "\u200F", "\u202E", "\u0301", "\u0301\u0301",
        "\0", "\uFFFD", "\u00AD", "\u200D", "a", "the", "of", "policy", "Policies", "IGF", "2024", "3G", "h4x9", "e.g.", "U.N.", "l'accès", "naïve", "ﬁ",
        "Straße", "İ", "ß", "права", "человека", "حقوق", "الإنسان", "人权", "的", "和", "参与", "ガバナンス", "の", "สิทธิ", "มนุษยชน", "अधिकार", "권리", "\n",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Random_text_is_quoted_as_it_is(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var document = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => Scraps[random.Next(Scraps.Length)]));
            var passages = Texts.Passages(document, random.Next(3) switch { 0 => "und", 1 => "zh", _ => null });
            var found = await new EmbeddedAnalyser().FindKeyPhrasesAsync(passages, CancellationToken.None);
            Texts.AssertVerbatim(document, passages, found);
        }
    }

    [Fact]
    public async Task A_line_of_twenty_megabytes()
    {
        var line = new StringBuilder();
        for (var i = 0; line.Length < 20_000_000; i++)
        {
            line.Append("access fund").Append(i % 5000).Append(" for remote participation ").Append(i % 7 == 0 ? ". " : "");
        }

        var passages = Texts.Passages(line.ToString());
        var found = await new EmbeddedAnalyser().FindKeyPhrasesAsync(passages, CancellationToken.None);

        Assert.Equal(8, found.All.Count);
        Texts.AssertVerbatim(line.ToString(), passages, found);
    }

    [Theory]
    [InlineData("a", "\u0301", 100_000)]
    [InlineData("", "a", 3_000_000)]
    [InlineData("", "a-", 1_000_000)]
    [InlineData("", "a.b@", 1_000_000)]
    [InlineData("", "[x:", 1_000_000)]
    [InlineData("", "'", 1_000_000)]
    [InlineData("", "的", 1_000_000)]
    [InlineData("", "人权", 1_000_000)]
    [InlineData("", "\uD83D", 1_000_000)]
    [InlineData("", "ที่", 500_000)]
    [InlineData("", "right to access ", 200_000)]
    [InlineData("", "1,", 1_000_000)]
    public async Task Endless_repetition_ends(string first, string again, int times)
    {
        var text = first + string.Concat(Enumerable.Repeat(again, times));
        var passages = Texts.Passages(text);
        Texts.AssertVerbatim(text, passages, await new EmbeddedAnalyser().FindKeyPhrasesAsync(passages, CancellationToken.None));
    }

    [Fact]
    public async Task Nothing_has_no_phrases()
    {
        var none = await new EmbeddedAnalyser().FindKeyPhrasesAsync([], CancellationToken.None);
        Assert.Empty(none.Top);
        Assert.Empty(none.All);
        Assert.Empty((await Texts.PhrasesAsync(" \n12\n...")).All);
    }
}
