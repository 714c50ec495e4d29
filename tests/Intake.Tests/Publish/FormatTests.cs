using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Intake.Calls;
using Intake.Publish;
using Intake.Receive;
using Intake.Synthesis;
using Intake.Tests.Synthesis;
using Markdig;

namespace Intake.Tests.Publish;

public sealed class FormatTests
{
    private const string Hostile =
        "<script>alert(1)</script> participation [x](javascript:alert(2)) ![y](https://evil.example/i.png) | `code` *bold* "
        + "www.evil.example https://evil.example {onclick=alert(3)} <img src=x onerror=alert(4)> &lt;b&gt; \"quoted\" 'single' --> ]]> $x$ ==m==";

    private const string OwnLink = "^(#[a-z]|/(api/)?calls/forum-2026($|/))";

    private static readonly string[] LineStarts =
    [
        "# participation as a heading of our own making, if it is let be one",
        "> participation as a quote within the quote, by another contributor",
        "- participation as an item of a list, the first of many that follow",
        "1. participation as a numbered item, which begins a list of its own",
        "``` participation in a block of code that swallows all that follows",
        "--- participation below a rule, after which a new document may begin",
        "::: participation in a container that is closed by nobody at all here",
        "=== participation made into a heading by underlining what is above it",
    ];

    [Fact]
    public async Task Hostile_text_is_shown_and_nothing_of_it_becomes_markup_in_html()
    {
        var page = Parse(await TextAsync(new DigestHtml(), await HostileDigestAsync()));

        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, base, form, svg a, svg image, foreignObject"));
        Assert.All(page.All, element => Assert.DoesNotContain(
            element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.Matches(OwnLink, link.GetAttribute("href")!));
        Assert.Single(page.QuerySelectorAll("style"));
        Assert.Contains(page.QuerySelectorAll("blockquote"), quote => quote.TextContent == Hostile);
        Assert.Contains(page.QuerySelectorAll("td bdi"), name => name.TextContent.Contains("<b>Eve</b>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_text_is_shown_and_nothing_of_it_becomes_markup_in_markdown()
    {
        var digest = await HostileDigestAsync();
        var markdown = await TextAsync(new DigestMarkdown(), digest);
        foreach (var pipeline in new[] { new MarkdownPipelineBuilder().Build(), new MarkdownPipelineBuilder().UseAdvancedExtensions().UseSmartyPants().Build() })
        {
            var page = Parse(Markdown.ToHtml(markdown, pipeline));

            Assert.Empty(page.QuerySelectorAll("script, img, iframe, b, pre, code, mark, blockquote blockquote, blockquote h1, blockquote ul, blockquote ol, blockquote hr, blockquote div, .math"));
            Assert.All(page.All, element => Assert.DoesNotContain(
                element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
            Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.Matches(OwnLink, link.GetAttribute("href")!));
            Assert.All(page.QuerySelectorAll("a:not([href])"), anchor => Assert.Equal("id", Assert.Single(anchor.Attributes).Name));
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal(AllQuotes(digest).Count(), page.QuerySelectorAll("blockquote").Length);
        }

        var plain = Parse(Markdown.ToHtml(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build()));
        Assert.Contains(plain.QuerySelectorAll("blockquote p:first-child"), quote => quote.TextContent == Hostile);
        Assert.All(LineStarts[1..], line => Assert.Contains(
            plain.QuerySelectorAll("blockquote p:first-child"), quote => line.EndsWith(quote.TextContent, StringComparison.Ordinal)));
        Assert.All(plain.QuerySelectorAll("table"), table => Assert.Single(
            table.QuerySelectorAll("tr").Select(row => row.Children.Length).Distinct()));
    }

    [Fact]
    public async Task Json_reads_back_as_the_same_digest()
    {
        var digest = await HostileDigestAsync();
        var json = await TextAsync(new DigestJson(), digest);

        var back = JsonSerializer.Deserialize<Digest>(json, Json.Options)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, Json.Indented));
        Assert.Contains(AllQuotes(back), quote => quote.Text == Hostile);
    }

    [Fact]
    public async Task The_json_has_the_names_that_others_read()
    {
        using var json = JsonDocument.Parse(await TextAsync(new DigestJson(), await HostileDigestAsync()));
        var root = json.RootElement;

        Assert.Equal("forum-2026", root.GetProperty("call").GetProperty("id").GetString());
        Assert.Equal(1, root.GetProperty("number").GetInt32());
        Assert.True(root.GetProperty("period").TryGetProperty("from", out _));
        var quote = root.GetProperty("themes")[0].GetProperty("quotes")[0];
        Assert.All(
            ["contribution", "revision", "document", "start", "end", "text", "language", "group", "contributor"],
            name => Assert.True(quote.TryGetProperty(name, out _), name));
        Assert.Equal("unanswered", root.GetProperty("questions")[2].GetProperty("status").GetString());
        Assert.Equal("analysed", root.GetProperty("ledger").GetProperty("rows")[0].GetProperty("status").GetString());
        Assert.Equal("email", root.GetProperty("ledger").GetProperty("rows")[0].GetProperty("channel").GetString());
    }

    [Fact]
    public async Task A_withheld_text_and_a_hidden_name_are_in_no_format()
    {
        const string Secret = "Our remote participation was hindered by the host authority of Atlantisburg in many ways.";
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", Secret, Sample.From(StakeholderGroup.CivilSociety, "Secretive Society", PublishAs.None)),
            Sample.Contribution("c2", "Anonymous remote participation is wanted by very many of our members.", Sample.From(StakeholderGroup.Academia, "Nameless Institute", PublishAs.Anonymous) with
            {
                Organisation = "Nameless Institute",
                Endorsers = ["Nameless Endorser"],
            })));

        Assert.Equal(2, compiled.Digest.Themes[0].Contributions);
        Assert.Equal(1, compiled.Digest.Themes[0].Withheld);
        foreach (var text in await AllTextsAsync(compiled))
        {
            Assert.DoesNotContain("Atlantisburg", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("authority", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Secretive", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Nameless", text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Contains("withheld", await TextAsync(new DigestHtml(), compiled.Digest), StringComparison.Ordinal);
        Assert.Contains("a contributor from academia", await TextAsync(new DigestMarkdown(), compiled.Digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_address_and_no_telephone_number_is_in_any_format()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", "For remote participation write to jane.doe@private.example or call +41 22 730 60 00 any day.\nRemote participation needs good sound above all other things.", Sample.From(StakeholderGroup.CivilSociety, "Jane Doe <jane.doe@private.example>") with { OnBehalfOf = "office (at) private.example" }),
            Sample.Contribution("c2", "Please ring 022 730 60 11 about participation of our delegation of four.\nReach participation desk: info ＠ private.example before the meeting.", Sample.From(StakeholderGroup.Academia, "john@private.example"), minutes: 1),
            Sample.Contribution("c3", "x", Sample.From(StakeholderGroup.Academia, "A"), status: Status.Failed) with { Reason = "mail from jane.doe@private.example is encrypted" }));

        foreach (var text in await AllTextsAsync(compiled))
        {
            Assert.DoesNotContain("private.example", text, StringComparison.Ordinal);
            Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(new Regex(@"730 60"), text);
        }

        Assert.Equal("Remote participation needs good sound above all other things.", Assert.Single(compiled.Digest.Themes[0].Quotes).Text);
        Assert.Equal("Jane Doe", compiled.Digest.Ledger.Rows[0].Contributor);
        Assert.Contains("counted, not quoted", compiled.Digest.Ledger.Rows[2].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_bear_their_language_and_direction_and_lead_to_their_text()
    {
        const string Arabic = "ينبغي أن تكون المشاركة عن بعد متاحة لجميع أصحاب المصلحة في كل مراحل العملية التحضيرية للمنتدى.";
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", Arabic, Sample.From(StakeholderGroup.Government, "وزارة"), "ar"),
            Sample.Contribution("c2", "La participation à distance doit être ouverte à toutes et à tous, partout.", Sample.From(StakeholderGroup.CivilSociety, "É"), "fr"),
            Sample.Contribution("c3", "Participation, participation and participation is all that is asked.", Sample.From(StakeholderGroup.Academia, "U"), "und")));
        var page = Parse(Encoding.UTF8.GetString(await new DigestHtml().RenderAsync(
            compiled.Digest, new Uri("https://intake.example/base/"), CancellationToken.None)));

        var quotes = page.QuerySelectorAll("blockquote");
        Assert.Equal(
            [("", "auto"), ("ar", "rtl"), ("fr", "ltr")],
            quotes.Select(quote => (quote.GetAttribute("lang"), quote.GetAttribute("dir"))).Distinct().OrderBy(pair => pair.Item1, StringComparer.Ordinal));
        Assert.All(quotes.Where(quote => quote.GetAttribute("lang") == "ar"), quote => Assert.Equal(Arabic, quote.TextContent));
        Assert.Equal(
            "https://intake.example/base/calls/forum-2026/contributions/c1#p1",
            page.QuerySelector("blockquote[lang=ar] + figcaption a")!.GetAttribute("href"));
        Assert.Contains("in Arabic", await TextAsync(new DigestMarkdown(), compiled.Digest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_self_contained_and_made_for_every_reader()
    {
        var html = await TextAsync(new DigestHtml(), await HostileDigestAsync());
        var page = Parse(html);

        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Empty(page.QuerySelectorAll("link, script, [src]"));
        Assert.DoesNotMatch("url\\(|@import", page.QuerySelector("style")!.TextContent);
        Assert.Equal("main", page.GetElementById(page.QuerySelector("a.skip")!.GetAttribute("href")![1..])!.LocalName);
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), head => Assert.True(head.GetAttribute("scope") is "col" or "row"));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        var levels = page.QuerySelectorAll("h1, h2, h3, h4").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.Equal(1, levels[0]);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task Numbers_are_the_same_in_every_format()
    {
        var compiled = await Sample.CompileAsync(Sample.Source(
            Sample.Contribution("c1", "Remote participation is needed in every meeting of the group.", Sample.From(StakeholderGroup.CivilSociety, "A")),
            Sample.Contribution("c2", "Remote participation is wanted by our ministry as well as others.", Sample.From(StakeholderGroup.Government, "B")),
            Sample.Contribution("c3", "A fund is needed before anything else is decided by the group.", Sample.From(StakeholderGroup.CivilSociety, "C"))));

        var html = Parse(await TextAsync(new DigestHtml(), compiled.Digest)).Body!.TextContent;
        var markdown = Parse(Markdown.ToHtml(await TextAsync(new DigestMarkdown(), compiled.Digest))).Body!.TextContent;

        foreach (var sentence in new[] { "2 of 3 contributions (government 1, civil society 1)", "1 of 3 contributions (civil society 1)", "0 of 3 contributions", "Small sample" })
        {
            Assert.Contains(sentence, html, StringComparison.Ordinal);
            Assert.Contains(sentence, markdown, StringComparison.Ordinal);
        }
    }

    private static async Task<Digest> HostileDigestAsync()
    {
        var name = "<b>Eve</b>\n# x | y [z](javascript:alert(1)) \u202Egnp `q` \"onmouseover=\"x";
        var starts = LineStarts.Select((line, index) => Sample.Contribution(
            $"s{index}", "Zero.\n" + line, Sample.From((StakeholderGroup)(index % 6), $"{LineStarts[index][..4]}{name}"), minutes: index + 1));
        return (await Sample.CompileAsync(Sample.Source(
            [Sample.Contribution("c1", Hostile, Sample.From(StakeholderGroup.Individual, name)), .. starts]))).Digest;
    }

    private static IEnumerable<Quote> AllQuotes(Digest digest) =>
        digest.Themes.SelectMany(theme => theme.Quotes)
            .Concat(digest.Outside?.Quotes ?? [])
            .Concat(digest.Questions.SelectMany(question => question.Quotes));

    /// <summary>Every format, and the state that is kept beside them.</summary>
    private static async Task<List<string>> AllTextsAsync(CompiledDigest compiled)
    {
        var texts = new List<string> { JsonSerializer.Serialize(compiled.State, Json.Options) };
        foreach (var format in DigestFormats.All)
        {
            texts.Add(await TextAsync(format, compiled.Digest));
        }

        return texts;
    }

    private static async Task<string> TextAsync(IDigestFormat format, Digest digest) =>
        Encoding.UTF8.GetString(await format.RenderAsync(digest, null, CancellationToken.None));

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
