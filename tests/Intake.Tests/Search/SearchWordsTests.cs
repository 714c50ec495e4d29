using Intake.Search;

namespace Intake.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("Donors' money, COVID-19!", "donors money covid 19")]
    [InlineData("L’éducation numérique", "l education numerique")]
    [InlineData("Участие развивающихся стран", "участие развивающихся стран")]
    [InlineData("مُشَارَكَة الدول", "مشاركه الدول")]
    [InlineData("विकासशील देश", "विकासशील देश")]
    [InlineData("发展中国家", "发 展 中 国 家")]
    [InlineData("こどもAI", "こ ど も ai")]
    [InlineData("ประชาชน", "ป ระ ชา ชน")]
    [InlineData("한국의 제안", "한국의 제안")]
    [InlineData("example.org/path", "example org path")]
    [InlineData("— … !", "")]
    public void Every_script_has_words(string text, string words)
    {
        // Thai vowels that are written as letters are characters of their own.
        var found = string.Join(' ', SearchWords.Of(text).Select(word => word.Word));
        Assert.Equal(words.Replace("ป ระ ชา ชน", "ป ร ะ ช า ช น", StringComparison.Ordinal), found);
    }

    [Theory]
    [InlineData("donor", "All donors should pay.", "donors")]
    [InlineData("do", "All donors should pay.", null)]
    [InlineData("\"donor\"", "All donors should pay.", null)]
    [InlineData("\"should pay\"", "All donors should PAY.", "should PAY")]
    [InlineData("\"pay should\"", "All donors should pay.", null)]
    [InlineData("well-being", "The well being of all", "well being")]
    [InlineData("education", "l'Éducation pour tous", "Éducation")]
    [InlineData("国家", "发展中国家的参与", "国家")]
    [InlineData("家国", "发展中国家的参与", null)]
    [InlineData("مشاركة", "مُشَارَكَة الدول", "مُشَارَكَة")]
    [InlineData("стран", "развивающихся странах", "странах")]
    public void A_search_finds_its_words_and_where_they_stand(string search, string text, string? hit)
    {
        var match = new SearchMatch(Query(search).Parts);
        var (_, hits) = match.Look(text);
        Assert.Equal(hit is not null, match.IsComplete);
        Assert.Equal(hit is null ? [] : [hit], hits.Select(span => text[span.Start..span.End]));

        // Whatever stands in a text is found by the index too.
        var terms = IndexTerms.Of(SearchWords.Of(text)).ToHashSet();
        if (hit is not null)
        {
            Assert.All(Query(search).Terms(), term => Assert.Contains(
                terms, each => term.IsPrefix ? each.StartsWith(term.Term, StringComparison.Ordinal) : each == term.Term));
        }
    }

    [Fact]
    public void A_shard_gives_back_what_was_put_in_it()
    {
        var entries = Enumerable.Range(0, 300)
            .Select(i => new IndexEntry($"id{i:D18}", [$"word{i % 7}", $"only{i}", IndexTerms.Facet("theme", "t"), "国家"]))
            .ToList();
        var (content, head) = IndexShard.Write(entries);
        Assert.Equal(entries.Select(entry => entry.Id), IndexShard.Ids(content.AsMemory(0, head)));
        Assert.Equal(
            entries.Select(entry => $"{entry.Id} {string.Join(' ', entry.Terms.Order(StringComparer.Ordinal))}"),
            IndexShard.Entries(content).Select(entry => $"{entry.Id} {string.Join(' ', entry.Terms.Order(StringComparer.Ordinal))}"));
    }

    [Fact]
    public void A_snippet_shows_the_hit_within_a_piece_of_a_long_passage()
    {
        var text = string.Concat(Enumerable.Repeat("Before it. ", 100)) + "The zebra fund. " + string.Concat(Enumerable.Repeat("After it. ", 100));
        var (_, hits) = new SearchMatch(Query("zebra").Parts).Look(text);
        var snippet = Snippet.Of(new() { Number = 3, Document = 1, Start = 0, End = text.Length, Language = "en" }, text, hits);
        Assert.InRange(snippet.Text.Length, 200, 310);
        Assert.Equal("zebra", snippet.Text[snippet.Hits[0].Start..snippet.Hits[0].End]);
        Assert.StartsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_nothing_but_marks_takes_no_time()
    {
        var started = TimeProvider.System.GetTimestamp();
        Assert.Empty(SearchWords.Of(new string('\u0301', 2_000_000)));
        Assert.Single(SearchWords.Of("a" + new string('\u0301', 2_000_000)));
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
    }

    private static SearchQuery Query(string words)
    {
        var errors = new List<InputError>();
        var query = SearchQuery.Read(name => name == "q" ? words : null, new SearchLimits(), errors);
        Assert.Empty(errors);
        return query;
    }
}
