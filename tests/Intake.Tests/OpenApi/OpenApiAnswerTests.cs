using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Intake.OpenApi;
using Intake.Tests.Pipeline;

namespace Intake.Tests.OpenApi;

/// <summary>Answers of the running service are as the description says.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OpenApiAnswerTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private JsonObject _document = null!;

    [Fact]
    public async Task Answers_have_the_shape_that_is_described()
    {
        _document = JsonNode.Parse(await intake.Anonymous.GetStringAsync("api/openapi.json"))!.AsObject();
        Assert.Equal("3.1.0", _document["openapi"]!.GetValue<string>());

        var call = await intake.OpenCallAsync();
        var posted = await intake.PostAsync(call, new { text = "Question 1: Donors should pay into a trust fund.", stakeholderGroup = "government", country = "KE", name = "A. Example", title = "Our view" });
        Check("PostContribution", 202, posted);
        var (id, receipt) = (posted.GetProperty("id").GetString()!, posted.GetProperty("receipt").GetString()!);
        await intake.AnalysedAsync(call, id);
        var path = $"api/calls/{call}/contributions/{id}";

        await GetAsync("ListCalls", "api/calls");
        await GetAsync("GetCall", $"api/calls/{call}");
        await GetAsync("ListContributions", $"api/calls/{call}/contributions");
        await GetAsync("ListContributions", $"api/calls/{call}/contributions?q=donors");
        await GetAsync("GetContribution", path);
        await GetAsync("GetContribution", $"{path}?receipt={receipt}");
        await SendAsync("PutPassageThemes", HttpMethod.Put, $"{path}/passages/1/themes", new { themes = new[] { "financing" } });
        await SendAsync("PostDigest", HttpMethod.Post, $"api/calls/{call}/digests");
        await GetAsync("ListDigests", $"api/calls/{call}/digests");
        await GetAsync("GetDigest", $"api/calls/{call}/digests/1");
        var asked = await SendAsync("PostCorrectionRequest", HttpMethod.Post, $"api/calls/{call}/digests/1/correction-requests", new { text = "No.", name = "B", email = "b@example.org" });
        await SendAsync("PutCorrectionAnswer", HttpMethod.Put, $"api/calls/{call}/correction-requests/{asked.GetProperty("id").GetString()}/answer", new { answer = "Yes.", by = "S" });
        await GetAsync("ListCorrectionRequests", $"api/calls/{call}/correction-requests");
        await GetAsync("GetCorrectionInbox", $"api/calls/{call}/inbox/correction-requests");
        await SendAsync("PutDecision", HttpMethod.Put, $"api/calls/{call}/decisions/d", new { digest = 1, body = "b", action = "a", status = "done", date = "2027-01-01" });
        await GetAsync("ListDecisions", $"api/calls/{call}/decisions");
        await SendAsync("PutForum", HttpMethod.Put, $"api/calls/{call}/fora/f", new { digest = 1, name = "n", date = "2027-01-01" });
        await GetAsync("ListFora", $"api/calls/{call}/fora");
        await GetAsync("GetHealth", "api/health");
        var mail = await intake.Http.PostMailAsync("From: a@example.org\r\nTo: nobody@example.org\r\nSubject: x\r\n\r\nHello.\r\n");
        await GetAsync("GetInboundEmail", $"api/inbound-email/{mail}");
        await GetAsync("ListUnplacedEmail", "api/inbound-email");
        await SendAsync("DeleteContribution", HttpMethod.Delete, $"{path}?receipt={receipt}");
        await GetAsync("GetContribution", path);
        await SendAsync("PutCall", HttpMethod.Put, $"api/calls/{call}", new { title = "x" });
    }

    [Fact]
    public async Task People_read_the_same_description_on_a_page_without_script()
    {
        var page = await intake.Anonymous.GetStringAsync("docs");
        Assert.All(Operations.All, operation => Assert.Contains($"{operation.Method.ToUpperInvariant()} {operation.Path}", page, StringComparison.Ordinal));
        Assert.Contains("id=\"shape-Decision\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    private async Task<JsonElement> GetAsync(string operation, string path) => await SendAsync(operation, HttpMethod.Get, path);

    private async Task<JsonElement> SendAsync(string operation, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await intake.Http.SendAsync(request);
        var content = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Check(operation, (int)answer.StatusCode, content);
        return content;
    }

    private void Check(string operation, int status, JsonElement content)
    {
        var described = _document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Single(each => each.Value!["operationId"]!.GetValue<string>() == operation).Value!;
        var answer = described["responses"]![$"{status}"];
        Assert.True(answer is not null, $"{operation} answered {status}, which is not described: {content}");
        var schema = (answer["content"]!["application/json"] ?? answer["content"]!["application/problem+json"])!["schema"]!;
        var mistakes = schema["allOf"] is JsonArray all
            ? all.SelectMany(part => Schema.Mistakes(_document, part!, content)).Where(mistake => !mistake.EndsWith("is not described", StringComparison.Ordinal)).ToList()
            : Schema.Mistakes(_document, schema, content);
        Assert.True(mistakes.Count == 0, $"{operation} {status}: {string.Join("; ", mistakes)}");
    }
}
