using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Calls;

[Collection(AzuriteCollection.Name)]
public sealed class CallApiTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Only_the_secretariat_writes_calls_and_nobody_else_sees_who_gets_the_digests()
    {
        var call = await intake.OpenCallAsync(recipients: ["chair@example.org"]);
        var shown = await intake.Anonymous.GetStringAsync($"api/calls/{call}");
        Assert.Contains("financing", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("chair@", shown, StringComparison.Ordinal);
        var put = await intake.Anonymous.PutAsJsonAsync($"api/calls/{call}", new { title = "Mine now" });
        Assert.Equal(HttpStatusCode.Unauthorized, put.StatusCode);
    }

    [Fact]
    public async Task A_call_with_mistakes_is_refused_and_the_one_before_stays()
    {
        var call = await intake.OpenCallAsync();
        var put = await intake.Http.PutAsJsonAsync($"api/calls/{call}", new { title = "No times" });
        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        var problem = await put.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:intake:problem:invalid", problem.GetProperty("type").GetString());
        Assert.Equal(["$.opens", "$.closes"], problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()));
        Assert.Equal($"Call {call}", (await intake.GetAsync($"api/calls/{call}")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_call_replaced_is_the_new_one_at_once()
    {
        var call = await intake.OpenCallAsync();
        var put = await intake.Http.PutAsJsonAsync($"api/calls/{call}", new { title = "Renamed", opens = "2026-01-01", closes = "2036-01-01" });
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        Assert.Equal("Renamed", (await intake.GetAsync($"api/calls/{call}")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_mail_tag_leads_to_one_call_only()
    {
        var first = await intake.OpenCallAsync();
        var second = await intake.OpenCallAsync();
        var put = await intake.Http.PutAsJsonAsync($"api/calls/{second}", new { title = "Taken", opens = "2026-01-01", closes = "2036-01-01", mailbox = first });
        Assert.Equal(HttpStatusCode.BadRequest, put.StatusCode);
        Assert.Equal("$.mailbox", (await put.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task Calls_are_listed_page_by_page()
    {
        var made = new[] { await intake.OpenCallAsync(), await intake.OpenCallAsync(), await intake.OpenCallAsync(opens: "2035-01-01") };
        var listed = new Dictionary<string, string>();
        for (string? after = ""; after is not null;)
        {
            var page = await intake.GetAsync($"api/calls?limit=2&after={after}");
            foreach (var call in page.GetProperty("calls").EnumerateArray())
                listed.Add(call.GetProperty("id").GetString()!, call.GetProperty("state").GetString()!);
            after = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }

        Assert.Equal(["open", "open", "upcoming"], made.Select(call => listed[call]));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1000")]
    [InlineData("limit=many")]
    public async Task A_page_that_cannot_be_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await intake.Anonymous.GetAsync($"api/calls?{query}")).StatusCode);

    [Fact]
    public async Task Health_says_that_everything_is_up() =>
        Assert.Equal("ok", (await intake.GetAsync("api/health")).GetProperty("status").GetString());
}
