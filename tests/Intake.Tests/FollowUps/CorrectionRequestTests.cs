using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Intake.FollowUps;
using Intake.Tests.Pipeline;

namespace Intake.Tests.FollowUps;

[Collection(AzuriteCollection.Name)]
public sealed class CorrectionRequestTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Who_asks_gets_a_reference_under_which_everybody_finds_the_text_but_not_the_sender()
    {
        var call = await CallWithDigestAsync();
        var sent = await AskAsync(call, new
        {
            text = "We oppose the levy.\nWrite to me@example.org",
            message = "financing-1a2b3c4d",
            name = "Amina Example",
            email = "amina@example.org",
        });
        var id = sent.GetProperty("id").GetString()!;

        var shown = await intake.Anonymous.GetStringAsync($"api/calls/{call}/correction-requests/{id}");
        Assert.Contains("We oppose the levy.", shown, StringComparison.Ordinal);
        Assert.Contains("financing-1a2b3c4d", shown, StringComparison.Ordinal);
        Assert.Contains("\"open\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", shown, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.GetAsync($"api/calls/{call}/inbox/correction-requests")).StatusCode);
        var whole = (await intake.Http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/inbox/correction-requests")).GetProperty("correctionRequests")[0];
        Assert.Equal("amina@example.org", whole.GetProperty("email").GetString());
        Assert.Contains("me@example.org", whole.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_shown_when_its_owner_wishes_and_a_text_is_not_when_its_owner_does_not()
    {
        var call = await CallWithDigestAsync();
        await AskAsync(call, new { text = "Named words.", name = "Amina Example", publish = "name" });
        await AskAsync(call, new { text = "Hidden words.", name = "Nobody Knows", publish = "none" });

        var shown = await ListAsync(call);
        Assert.Equal("Amina Example", shown[0].GetProperty("name").GetString());
        Assert.False(shown[1].TryGetProperty("text", out _));
        Assert.False(shown[1].TryGetProperty("name", out _));
    }

    [Fact]
    public async Task The_same_request_sent_again_counts_once()
    {
        var call = await CallWithDigestAsync();
        var first = await AskAsync(call, new { text = "The same." });
        var again = await AskAsync(call, new { text = "The same." });
        var keyed = await AskAsync(call, new { text = "With a key." }, key: "k1");
        var keyedAgain = await AskAsync(call, new { text = "With a key." }, key: "k1");
        Assert.Equal(first.GetProperty("id").GetString(), again.GetProperty("id").GetString());
        Assert.Equal(keyed.GetProperty("id").GetString(), keyedAgain.GetProperty("id").GetString());
        Assert.Equal(2, (await ListAsync(call)).Count);

        using var other = await PostAsync(call, 1, JsonContent.Create(new { text = "Something else." }), "k1");
        Assert.Equal("urn:intake:problem:idempotency-key-reused", await TypeAsync(other));
    }

    [Fact]
    public async Task A_form_will_do_and_a_receipt_shows_whose_view_it_is()
    {
        var call = await CallWithDigestAsync();
        var posted = await intake.PostAsync(call, new { text = "Donors should pay." });
        var (id, receipt) = (posted.GetProperty("id").GetString()!, posted.GetProperty("receipt").GetString()!);
        Dictionary<string, string> form = new() { ["text"] = "We said donors.", ["contribution"] = id, ["name"] = "" };

        var claimed = await (await PostAsync(call, 1, new FormUrlEncodedContent(form))).AcceptedAsync();
        var shown = await (await PostAsync(call, 1, new FormUrlEncodedContent(form.Append(new("receipt", receipt))))).AcceptedAsync();
        using var wrong = await PostAsync(call, 1, new FormUrlEncodedContent(form.Append(new("receipt", "guessed"))));

        // Anybody can write a number; only with the receipt others are told that it is the contributor who speaks.
        Assert.False(claimed.TryGetProperty("contribution", out _));
        Assert.Equal(id, shown.GetProperty("contribution").GetString());
        Assert.Equal("urn:intake:problem:receipt-wrong", await TypeAsync(wrong));
    }

    [Theory]
    [InlineData("""{ "text": " " }""", "$.text")]
    [InlineData("{ }", "text")]
    [InlineData("""{ "text": "x", "message": "../etc" }""", "$.message")]
    [InlineData("""{ "text": "x", "email": "nobody" }""", "$.email")]
    [InlineData("""{ "text": "x", "contribution": "1" }""", "$.contribution")]
    [InlineData("""{ "text": "x", "stance": "y" }""", "$.stance")]
    public async Task A_mistake_is_named_and_nothing_is_kept(string json, string path)
    {
        var call = await CallWithDigestAsync();
        using var answer = await PostAsync(call, 1, new StringContent(json, System.Text.Encoding.UTF8, "application/json"));
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
        Assert.Equal("urn:intake:problem:invalid", problem.GetProperty("type").GetString());
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), error => error.GetProperty("path").GetString() == path);
        Assert.Empty(await ListAsync(call));
    }

    [Fact]
    public async Task What_is_too_long_too_large_or_of_no_digest_is_refused()
    {
        var call = await CallWithDigestAsync();
        var full = await AskAsync(call, new { text = new string('x', CorrectionDraft.MaxText) });
        Assert.Equal(CorrectionDraft.MaxText, full.GetProperty("text").GetString()!.Length);
        Assert.Equal("urn:intake:problem:invalid", await TypeAsync(await PostAsync(call, 1, JsonContent.Create(new { text = new string('x', CorrectionDraft.MaxText + 1) }))));
        Assert.Equal("urn:intake:problem:too-large", await TypeAsync(await PostAsync(call, 1, JsonContent.Create(new { text = new string('x', 200_000) }))));
        Assert.Equal("urn:intake:problem:unknown-digest", await TypeAsync(await PostAsync(call, 7, JsonContent.Create(new { text = "x" }))));
        Assert.Equal("urn:intake:problem:unsupported-media-type", await TypeAsync(await PostAsync(call, 1, new StringContent("x"))));
        Assert.Equal("urn:intake:problem:unknown-correction-request", await TypeAsync(await intake.Anonymous.GetAsync($"api/calls/{call}/correction-requests/1")));
    }

    [Fact]
    public async Task The_largest_request_with_the_largest_answer_fits()
    {
        var call = await CallWithDigestAsync();
        var longest = string.Concat(Enumerable.Repeat("😀", CorrectionDraft.MaxText / 2));
        var sent = await AskAsync(call, new { text = longest, name = string.Concat(Enumerable.Repeat("😀", 150)), publish = "name" });
        var answered = await AnswerAsync(call, sent.GetProperty("id").GetString()!, new { answer = longest, by = string.Concat(Enumerable.Repeat("😀", 150)) });
        Assert.Equal(longest, answered.GetProperty("answer").GetString());
        Assert.Equal(longest, answered.GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_answer_is_shown_and_the_same_answer_again_changes_nothing()
    {
        var call = await CallWithDigestAsync();
        var id = (await AskAsync(call, new { text = "You forgot us." })).GetProperty("id").GetString()!;
        using var noKey = await intake.Anonymous.PutAsJsonAsync($"api/calls/{call}/correction-requests/{id}/answer", new { answer = "x" });
        Assert.Equal(HttpStatusCode.Unauthorized, noKey.StatusCode);

        var first = await AnswerAsync(call, id, new { answer = "You are right.", by = "Secretariat" });
        var again = await AnswerAsync(call, id, new { answer = "You are right.", by = "Secretariat" });
        var shown = Assert.Single(await ListAsync(call));
        Assert.Equal(first.GetProperty("answeredAt").GetString(), again.GetProperty("answeredAt").GetString());
        Assert.Equal("answered", shown.GetProperty("status").GetString());
        Assert.Equal("You are right.", shown.GetProperty("answer").GetString());
        Assert.Equal("You forgot us.", shown.GetProperty("text").GetString());

        await AnswerAsync(call, id, new { answer = "This is no view.", withhold = true });
        var withheld = Assert.Single(await ListAsync(call));
        Assert.True(withheld.GetProperty("withheld").GetBoolean());
        Assert.False(withheld.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task Lists_are_paged_in_the_order_in_which_requests_came()
    {
        var call = await CallWithDigestAsync();
        foreach (var text in (string[])["one", "two", "three"])
            await AskAsync(call, new { text });
        var page = await intake.GetAsync($"api/calls/{call}/correction-requests?limit=2");
        var rest = await intake.GetAsync($"api/calls/{call}/correction-requests?limit=2&after={page.GetProperty("next").GetString()}");
        Assert.Equal(["one", "two"], page.GetProperty("correctionRequests").EnumerateArray().Select(each => each.GetProperty("text").GetString()));
        Assert.Equal("three", Assert.Single(rest.GetProperty("correctionRequests").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(3, (await intake.Get<CorrectionRequestStore>().ListAsync(call, CancellationToken.None)).Count);
    }

    private async Task<string> CallWithDigestAsync()
    {
        var call = await intake.OpenCallAsync();
        await intake.DigestAsync(call);
        return call;
    }

    private async Task<JsonElement> AskAsync(string call, object request, string? key = null) =>
        await (await PostAsync(call, 1, JsonContent.Create(request), key)).AcceptedAsync();

    private async Task<HttpResponseMessage> PostAsync(string call, int digest, HttpContent content, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/calls/{call}/digests/{digest}/correction-requests") { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await intake.Anonymous.SendAsync(request);
    }

    private async Task<JsonElement> AnswerAsync(string call, string id, object answer)
    {
        using var answered = await intake.Http.PutAsJsonAsync($"api/calls/{call}/correction-requests/{id}/answer", answer);
        var body = await answered.Content.ReadAsStringAsync();
        Assert.True(answered.IsSuccessStatusCode, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }

    private async Task<List<JsonElement>> ListAsync(string call) =>
        [.. (await intake.GetAsync($"api/calls/{call}/correction-requests")).GetProperty("correctionRequests").EnumerateArray()];

    private static async Task<string?> TypeAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync()).GetProperty("type").GetString();
}
