using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Intake.Tests.Pipeline;

/// <summary>From a letter to a digest, over HTTP in each of its three forms.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class HttpChannelTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const string Letter = """
        We thank the working group for this call.

        1. The forum should be financed by voluntary funding from all donors, held in a trust fund that publishes its accounts every year.

        2. Question 2: Participation from developing countries needs travel support and remote participation in every session, not only in the plenary.
        """;

    [Fact]
    public async Task A_letter_as_json_is_analysed_and_quoted_in_the_digest()
    {
        var call = await intake.OpenCallAsync();
        var answer = await intake.PostAsync(call, new { text = Letter, organisation = "Open Net", stakeholderGroup = "civil society", country = "ke" });
        var id = answer.GetProperty("id").GetString()!;

        var record = await intake.AnalysedAsync(call, id);
        Assert.Equal(["financing", "participation"], Ids(record.GetProperty("themes"), "id", "theme"));
        Assert.Contains(record.GetProperty("questions").EnumerateArray(), number => number.GetInt32() == 2);
        Assert.NotEmpty(record.GetProperty("phrases").EnumerateArray());
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Letter))),
            answer.GetProperty("documents")[0].GetProperty("sha256").GetString());
        await AssertQuotedAsync(call, id);
    }

    [Fact]
    public async Task A_form_with_answers_is_analysed_and_its_answers_are_tied_to_their_questions()
    {
        var call = await intake.OpenCallAsync();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = "Amina Example",
            ["stakeholderGroup"] = "individual",
            ["answers[1]"] = "Every member should pay a small yearly fee, so that the forum does not depend on a few rich donors.",
            ["endorsers"] = "First Endorser\nSecond Endorser",
        });
        var posted = await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", form);
        var answer = await posted.AcceptedAsync();
        Assert.EndsWith($"/contributions/{answer.GetProperty("id").GetString()}", posted.Headers.Location!.ToString(), StringComparison.Ordinal);

        var record = await intake.AnalysedAsync(call, answer.GetProperty("id").GetString()!);
        Assert.Equal(1, Assert.Single(record.GetProperty("questions").EnumerateArray()).GetInt32());
        Assert.Equal(2, record.GetProperty("contributor").GetProperty("endorsers").GetArrayLength());
    }

    [Fact]
    public async Task A_file_comes_back_byte_for_byte_and_is_quoted_in_the_digest()
    {
        var call = await intake.OpenCallAsync();
        var bytes = Encoding.UTF8.GetBytes("<html><body><h1>Statement</h1><p>" + Letter.Replace("\n\n", "</p><p>", StringComparison.Ordinal) + "</p></body></html>");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Déclaration commune"), "title" },
            { File(bytes, "text/html"), "file", "../é <x>.html" },
        };
        var posted = await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", form);
        var id = (await posted.AcceptedAsync()).GetProperty("id").GetString()!;
        var record = await intake.AnalysedAsync(call, id);
        Assert.Equal("html", record.GetProperty("documents")[0].GetProperty("kind").GetString());

        var original = await intake.Anonymous.GetAsync($"api/calls/{call}/contributions/{id}/documents/1");
        Assert.Equal(bytes, await original.Content.ReadAsByteArrayAsync());
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("..", original.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(original.Headers.GetValues("X-Content-Type-Options")));
        await AssertQuotedAsync(call, id);
    }

    [Fact]
    public async Task A_contributor_who_is_not_to_be_named_is_named_nowhere()
    {
        var call = await intake.OpenCallAsync();
        var anonymous = await intake.PostAsync(call, new { text = Letter, name = "Nobody Knows", email = "nobody@example.org", publish = "anonymous" });
        var withheld = await intake.PostAsync(call, new { text = "Donors should know about the zebra fund.", name = "Hidden Person", publish = "none" });
        await intake.AnalysedAsync(call, anonymous.GetProperty("id").GetString()!);
        await intake.UntilAsync(call, withheld.GetProperty("id").GetString()!, "analysed");

        await intake.DigestAsync(call);
        string[] paths =
        [
            $"api/calls/{call}/contributions",
            $"api/calls/{call}/contributions/{anonymous.GetProperty("id").GetString()}",
            $"api/calls/{call}/contributions/{withheld.GetProperty("id").GetString()}",
            $"api/calls/{call}/digests/latest.json", $"api/calls/{call}/digests/latest.md", $"api/calls/{call}/digests/latest.html",
        ];
        foreach (var path in paths)
        {
            var shown = await intake.Anonymous.GetStringAsync(path);
            Assert.DoesNotContain("Nobody", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("nobody@", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("zebra", shown, StringComparison.Ordinal);
        }

        var text = $"api/calls/{call}/contributions/{withheld.GetProperty("id").GetString()}/documents/1/text";
        Assert.Equal(HttpStatusCode.Forbidden, (await intake.Anonymous.GetAsync(text)).StatusCode);
        var own = await intake.Anonymous.GetStringAsync($"{text}?receipt={withheld.GetProperty("receipt").GetString()}");
        Assert.Contains("zebra", own, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_paged_in_order_of_receipt()
    {
        var call = await intake.OpenCallAsync();
        var sent = new List<string>();
        for (var i = 0; i < 5; i++)
            sent.Add((await intake.PostAsync(call, new { text = $"Contribution number {i}." })).GetProperty("id").GetString()!);

        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = await intake.GetAsync($"api/calls/{call}/contributions?limit=2{(after is null ? "" : $"&after={after}")}");
            seen.AddRange(page.GetProperty("contributions").EnumerateArray().Select(one => one.GetProperty("id").GetString()!));
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);
        Assert.Equal(sent.Order(StringComparer.Ordinal), seen);
    }

    /// <summary>The digest lists the contribution once, quotes it, and each quote is what the stored text says.</summary>
    private async Task AssertQuotedAsync(string call, string id)
    {
        var digest = await intake.DigestAsync(call);
        Assert.Equal(id, Assert.Single(digest.GetProperty("ledger").GetProperty("rows").EnumerateArray()).GetProperty("contribution").GetString());
        var quotes = Quotes(digest).ToList();
        Assert.NotEmpty(quotes);
        foreach (var quote in quotes)
        {
            var text = await intake.Anonymous.GetStringAsync(
                $"api/calls/{call}/contributions/{id}/documents/{quote.GetProperty("document").GetInt32()}/text?revision={quote.GetProperty("revision").GetInt32()}");
            Assert.Equal(quote.GetProperty("text").GetString(), text[quote.GetProperty("start").GetInt32()..quote.GetProperty("end").GetInt32()]);
        }
    }

    private static IEnumerable<JsonElement> Quotes(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("start", out _) && element.TryGetProperty("contribution", out _) => [element],
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Quotes(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Quotes),
        _ => [],
    };

    private static IEnumerable<string> Ids(JsonElement list, params string[] names) => list.EnumerateArray()
        .Select(item => names.Select(name => item.TryGetProperty(name, out var value) ? value.GetString() : null).First(value => value is not null)!)
        .Order(StringComparer.Ordinal);

    private static ByteArrayContent File(byte[] bytes, string contentType)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return content;
    }
}
