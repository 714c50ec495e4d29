using System.Net;
using System.Net.Http.Json;
using Intake.FollowUps;
using Intake.Tests.Pipeline;

namespace Intake.Tests.FollowUps;

[Collection(AzuriteCollection.Name)]
public sealed class DecisionTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private static readonly object Decision = new
    {
        digest = 1,
        message = "financing-1a2b3c4d",
        body = "Working group",
        action = "A study on a levy",
        status = "accepted",
        date = "2027-02-01",
    };

    [Fact]
    public async Task Decisions_are_kept_replaced_listed_by_date_and_taken_away()
    {
        var call = await CallWithDigestAsync();
        var path = $"api/calls/{call}/decisions";
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.PutAsJsonAsync($"{path}/levy", Decision)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await intake.Http.PutAsJsonAsync($"{path}/levy", Decision)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await intake.Http.PutAsJsonAsync($"{path}/levy", Decision)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await intake.Http.PutAsJsonAsync($"{path}/older", new
        {
            digest = 1,
            body = "Plenary",
            action = "Travel fund",
            status = "partly",
            date = "2026-12-01",
            note = "Half of it.",
        })).StatusCode);

        var listed = (await intake.GetAsync(path)).GetProperty("decisions").EnumerateArray().ToList();
        Assert.Equal(["older", "levy"], listed.Select(each => each.GetProperty("id").GetString()));
        Assert.Equal("2026-12-01", listed[0].GetProperty("date").GetString());
        Assert.Equal("Half of it.", listed[0].GetProperty("note").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await intake.Http.DeleteAsync($"{path}/older")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await intake.Http.DeleteAsync($"{path}/older")).StatusCode);
        Assert.Equal(DecisionStatus.Accepted, Assert.Single(await intake.Get<DecisionStore>().ListAsync(call, CancellationToken.None)).Status);
    }

    [Fact]
    public async Task Fora_are_kept_beside_decisions()
    {
        var call = await CallWithDigestAsync();
        var path = $"api/calls/{call}/fora";
        var forum = new { digest = 1, name = "Fifth plenary", date = "2027-02-15", link = "https://example.org/plenary" };
        Assert.Equal(HttpStatusCode.Created, (await intake.Http.PutAsJsonAsync($"{path}/plenary-5", forum)).StatusCode);
        Assert.Equal("Fifth plenary", Assert.Single((await intake.GetAsync(path)).GetProperty("fora").EnumerateArray()).GetProperty("name").GetString());
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/decisions")).GetProperty("decisions").EnumerateArray());
        await intake.Http.DeleteAsync($"{path}/plenary-5");
        Assert.Empty(await intake.Get<ForumStore>().ListAsync(call, CancellationToken.None));
    }

    [Theory]
    [InlineData("decisions/x", """{ "digest": 1 }""", "$.body", "$.action", "$.status", "$.date")]
    [InlineData("decisions/x", """{ "digest": 1, "message": "a-1", "body": "b", "action": "c", "status": "perhaps", "date": "1.2.2027" }""", "$.status", "$.date")]
    [InlineData("decisions/X!", """{ "digest": 0, "message": "A", "body": " ", "action": "c", "status": "done", "date": "2027-01-01" }""", "$.id", "$.digest", "$.message", "$.body")]
    [InlineData("fora/x", """{ "digest": 1, "name": "n", "date": "2027-01-01", "link": "javascript:alert(1)" }""", "$.link")]
    public async Task Every_mistake_is_named(string entry, string json, params string[] paths)
    {
        var call = await CallWithDigestAsync();
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var answer = await intake.Http.PutAsync($"api/calls/{call}/{entry}", content);
        var problem = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.Equal(paths.Order(), problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()!).Order());
    }

    [Fact]
    public async Task A_decision_is_on_a_digest_that_there_is()
    {
        var call = await intake.OpenCallAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Http.PutAsJsonAsync($"api/calls/{call}/decisions/levy", Decision)).StatusCode);
    }

    private async Task<string> CallWithDigestAsync()
    {
        var call = await intake.OpenCallAsync();
        await intake.DigestAsync(call);
        return call;
    }
}
