using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Intake.Storage;

namespace Intake.Tests.Pipeline;

/// <summary>What is refused gets a problem a program can tell and a person can read, and leaves nothing stored.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RefusalTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Theory]
    [InlineData("""{"text":""}""", 400, "empty")]
    [InlineData("""{"text":"   \n "}""", 400, "empty")]
    [InlineData("""{}""", 400, "empty")]
    [InlineData("""{"text":""", 400, "malformed")]
    [InlineData("""[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[""", 400, "malformed")]
    [InlineData("""["text"]""", 400, "invalid")]
    [InlineData("""{"text":"x","email":"no address"}""", 400, "invalid")]
    [InlineData("""{"text":"x","stakeholderGroup":"aliens"}""", 400, "invalid")]
    [InlineData("""{"text":"x","country":"Kenya"}""", 400, "invalid")]
    [InlineData("""{"text":"x","answers":{"99":"x"}}""", 400, "invalid")]
    [InlineData("""{"text":"x","colour":"blue"}""", 400, "invalid")]
    [InlineData("""{"text":"\ud800"}""", 400, "invalid")]
    [InlineData("""{"text":"x","\ud800":"x"}""", 400, "invalid")]
    [InlineData("""{"text":"x","answers":{"\ud800":"x"}}""", 400, "invalid")]
    public async Task A_bad_body_is_named_and_not_stored(string body, int status, string type)
    {
        var call = await intake.OpenCallAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        await AssertRefusedAsync(call, content, status, type);
    }

    [Fact]
    public async Task Each_mistake_is_named_by_its_path()
    {
        var call = await intake.OpenCallAsync();
        var answer = await intake.Anonymous.PostAsJsonAsync(
            $"api/calls/{call}/contributions", new { text = "x", country = "Kenya", endorsers = new object[] { "Good", 7 } });
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            ["$.country", "$.endorsers[1]"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("path").GetString()));
    }

    [Fact]
    public async Task A_thousand_mistakes_are_not_all_told()
    {
        var call = await intake.OpenCallAsync();
        var answers = Enumerable.Range(100, 1000).ToDictionary(number => $"{number}", _ => "x");
        var answer = await intake.Anonymous.PostAsJsonAsync($"api/calls/{call}/contributions", new { text = "x", answers });
        Assert.Equal(50, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task Names_that_are_too_long_together_are_refused()
    {
        var call = await intake.OpenCallAsync(new { maxFiles = 50 });
        var endorsers = Enumerable.Repeat(string.Concat(Enumerable.Repeat("\U0001F600", 150)), 100);
        await AssertRefusedAsync(call, JsonContent.Create(new { text = "x", endorsers }), 400, "invalid");

        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 50; i++)
            form.Add(new ByteArrayContent("text"u8.ToArray()), "file", $"{string.Concat(Enumerable.Repeat("\U0001F600", 60))}{i}.txt");
        await AssertRefusedAsync(call, form, 400, "malformed");
    }

    [Fact]
    public async Task A_revision_of_what_was_withdrawn_is_not_stored()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "Donors should pay." });
        var path = $"api/calls/{call}/contributions/{sent.GetProperty("id").GetString()}";
        var receipt = sent.GetProperty("receipt").GetString();
        Assert.True((await intake.Anonymous.DeleteAsync($"{path}?receipt={receipt}")).IsSuccessStatusCode);
        var before = await CountBlobsAsync();
        var answer = await intake.Anonymous.PostAsJsonAsync($"{path}/revisions?receipt={receipt}", new { text = "Members should pay." });
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal(before, await CountBlobsAsync());
    }

    [Fact]
    public async Task Before_opening_and_after_closing_nothing_is_taken()
    {
        var early = await intake.OpenCallAsync(opens: "2035-01-01T00:00:00Z");
        await AssertRefusedAsync(early, JsonContent.Create(new { text = "Too early." }), 403, "not-open-yet");
        var late = await intake.OpenCallAsync(opens: "2020-01-01T00:00:00Z", closes: "2020-02-01T00:00:00Z");
        await AssertRefusedAsync(late, JsonContent.Create(new { text = "Too late." }), 403, "closed");
    }

    [Fact]
    public async Task A_late_contribution_is_taken_and_marked_where_the_rules_say_so()
    {
        var call = await intake.OpenCallAsync(new { late = "accept" }, opens: "2020-01-01T00:00:00Z", closes: "2020-02-01T00:00:00Z");
        var answer = await intake.PostAsync(call, new { text = "Late, but here: donors should pay." });
        var record = await intake.GetAsync($"api/calls/{call}/contributions/{answer.GetProperty("id").GetString()}");
        Assert.True(record.GetProperty("late").GetBoolean());
    }

    [Fact]
    public async Task An_unknown_call_is_said_to_be_unknown()
    {
        var answer = await intake.Anonymous.PostAsJsonAsync("api/calls/no-such-call/contributions", new { text = "x" });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("urn:intake:problem:unknown-call", await TypeOfAsync(answer));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_and_what_came_before_it_is_forgotten()
    {
        var call = await intake.OpenCallAsync(new { maxFileBytes = 1000 });
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[900]), "file", "small.txt" },
            { new ByteArrayContent(new byte[5_000_000]), "file", "large.txt" },
        };
        await AssertRefusedAsync(call, form, 413, "too-large");
    }

    [Fact]
    public async Task Too_many_files_are_refused()
    {
        var call = await intake.OpenCallAsync(new { maxFiles = 2 });
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < 3; i++)
            form.Add(new ByteArrayContent("text"u8.ToArray()), "file", $"{i}.txt");
        await AssertRefusedAsync(call, form, 413, "too-many-files");
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused()
    {
        var call = await intake.OpenCallAsync(new { maxTextCharacters = 100 });
        await AssertRefusedAsync(call, JsonContent.Create(new { text = new string('x', 101) }), 400, "invalid");
    }

    [Fact]
    public async Task A_body_of_another_kind_or_a_compressed_one_is_refused()
    {
        var call = await intake.OpenCallAsync();
        await AssertRefusedAsync(call, new StringContent("<x/>", Encoding.UTF8, "application/xml"), 415, "unsupported-media-type");
        var compressed = new ByteArrayContent([0x1f, 0x8b]);
        compressed.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        compressed.Headers.ContentEncoding.Add("gzip");
        await AssertRefusedAsync(call, compressed, 415, "unsupported-encoding");
    }

    [Fact]
    public async Task A_multipart_body_cut_short_is_refused()
    {
        var call = await intake.OpenCallAsync();
        var cut = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf a fi"u8.ToArray());
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        await AssertRefusedAsync(call, cut, 400, "malformed");
    }

    [Theory]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=")]
    [InlineData("multipart/form-data; =;=;boundary")]
    public async Task A_multipart_body_without_a_usable_boundary_is_refused(string type)
    {
        var call = await intake.OpenCallAsync();
        var content = new ByteArrayContent("--b--\r\n"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        await AssertRefusedAsync(call, content, 400, "malformed");
    }

    [Fact]
    public async Task A_json_body_without_a_length_is_stopped_at_the_limit_while_it_is_read()
    {
        var call = await intake.OpenCallAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(intake.Anonymous.BaseAddress!.Host, intake.Anonymous.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /api/calls/{call}/contributions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var answer = new StreamReader(stream).ReadLineAsync();
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string(' ', 0x10000)}\r\n");
        for (var sent = 0; sent < 200 && !answer.IsCompleted; sent++)
        {
            try
            {
                await stream.WriteAsync(chunk);
            }
            catch (IOException)
            {
                // The server has answered and closed the connection: that is the point.
                break;
            }
        }

        Assert.Contains("413", await answer, StringComparison.Ordinal);
    }

    private async Task AssertRefusedAsync(string call, HttpContent content, int status, string type)
    {
        var before = await CountBlobsAsync();
        var answer = await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", content);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal($"urn:intake:problem:{type}", await TypeOfAsync(answer));
        Assert.Equal(before, await CountBlobsAsync());
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
    }

    private async Task<int> CountBlobsAsync()
    {
        var count = 0;
        await foreach (var _ in new BlobContainerClient(intake.ConnectionString, Containers.Originals).GetBlobsAsync())
            count++;
        return count;
    }

    private static async Task<string?> TypeOfAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString();
}
