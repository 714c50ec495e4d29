using System.Net;
using Intake.FollowUps;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Pages;

/// <summary>"Is your view missing or wrong?", as people ask it.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class CorrectionPageTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task A_request_sent_twice_is_one_with_a_page_of_its_own_and_its_answer_stands_there()
    {
        var (call, token) = await OpenAsync();
        (string, string)[] fields = [("form", token), ("text", "You <i>forgot</i> us."), ("name", "A. Example"), ("email", "a@example.org"), ("publish", "name")];
        var first = await SendAsync(call, fields);
        var second = await SendAsync(call, fields);
        var request = Assert.Single(await intake.Get<CorrectionRequestStore>().ListAsync(call, CancellationToken.None));
        foreach (var shown in (string[])[first.Html, second.Html])
        {
            Assert.Contains(request.Id, shown, StringComparison.Ordinal);
            Assert.Contains("You &lt;i&gt;forgot&lt;/i&gt; us.", shown, StringComparison.Ordinal);
            Assert.Contains("A. Example", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("a@example.org", shown, StringComparison.Ordinal);
        }

        await intake.Get<CorrectionRequestStore>().AnswerAsync(call, request.Id, new("We did.", "Secretariat", Withhold: false), TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.Contains("We did.", await intake.Anonymous.GetStringAsync($"calls/{call}/correction-requests/{request.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_private_link_shows_whose_view_it_is()
    {
        var (call, token) = await OpenAsync();
        var posted = await intake.PostAsync(call, new { text = "Donors should pay." });
        var (id, receipt) = (posted.GetProperty("id").GetString()!, posted.GetProperty("receipt").GetString()!);
        var link = $"http://127.0.0.1:7071/calls/{call}/contributions/{id}/receipt?receipt=";

        var wrong = await SendAsync(call, [("form", token), ("text", "x"), ("own", link + "guessed")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var right = await SendAsync(call, [("form", token), ("text", "x"), ("own", link + receipt)]);
        Assert.Contains($"/calls/{call}/contributions/{id}\"", right.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt, right.Html, StringComparison.Ordinal);
        Assert.True(Assert.Single(await intake.Get<CorrectionRequestStore>().ListAsync(call, CancellationToken.None)).Verified);
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_typed_is_lost()
    {
        var (call, token) = await OpenAsync();
        var shown = await SendAsync(call, [("form", token), ("text", " "), ("own", "my letter"), ("name", "A. Example"), ("email", "nobody"), ("message", "financing-1a2b3c4d"), ("publish", "none")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
        foreach (var field in (string[])["f-text", "f-own", "f-email"])
            Assert.Contains($"href=\"#{field}\"", shown.Html, StringComparison.Ordinal);
        foreach (var typed in (string[])["my letter", "A. Example", "nobody", "financing-1a2b3c4d"])
            Assert.Contains($"value=\"{typed}\"", shown.Html, StringComparison.Ordinal);
        Assert.Empty(await intake.Get<CorrectionRequestStore>().ListAsync(call, CancellationToken.None));
    }

    [Fact]
    public async Task Robots_and_other_sites_are_not_taken()
    {
        var (call, token) = await OpenAsync();
        using var visitor = new Visitor(intake);
        var fresh = await visitor.TokenAsync($"{call}|correct|1", TimeSpan.Zero);
        var other = await visitor.TokenAsync($"{call}|");
        foreach (var (form, trap) in ((string, string)[])[(token, "http://spam"), (fresh, ""), (other, ""), ("", "")])
        {
            var shown = await SendAsync(call, [("form", form), ("text", "Buy this."), ("homepage", trap)]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, shown.Status);
            Assert.Contains("Buy this.", shown.Html, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(call, [("form", token), ("text", "x")], ("Sec-Fetch-Site", "cross-site"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(call, [("form", token), ("text", "x")], ("Origin", "https://evil.example"))).Status);
        Assert.Empty(await intake.Get<CorrectionRequestStore>().ListAsync(call, CancellationToken.None));
    }

    [Fact]
    public async Task The_form_shows_the_message_it_is_about()
    {
        var call = await intake.OpenCallAsync();
        var posted = await intake.PostAsync(call, new { text = "Donors should finance the forum with voluntary funding every year.", stakeholderGroup = "civil-society" });
        await intake.AnalysedAsync(call, posted.GetProperty("id").GetString()!);
        var digest = await intake.DigestAsync(call);
        var message = digest.GetProperty("themes")[0].GetProperty("messages")[0];
        var form = await intake.Anonymous.GetStringAsync($"calls/{call}/digests/1/correct?message={message.GetProperty("id").GetString()}");
        Assert.Contains("<blockquote", form, StringComparison.Ordinal);
        Assert.Contains("Donors should finance the forum", form, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await intake.Anonymous.GetAsync($"calls/{call}/digests/9/correct")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await intake.Anonymous.GetAsync($"calls/{call}/correction-requests/none")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await intake.Anonymous.GetAsync($"calls/{call}/digests/1/correct?message=%3Cscript%3E")).StatusCode);
    }

    private async Task<(string Call, string Token)> OpenAsync()
    {
        var call = await intake.OpenCallAsync();
        await intake.DigestAsync(call);
        using var visitor = new Visitor(intake);
        return (call, await visitor.TokenAsync($"{call}|correct|1"));
    }

    private async Task<(HttpStatusCode Status, string Html)> SendAsync(string call, (string Name, string Value)[] fields, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"calls/{call}/digests/1/correct")
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        using var answer = await intake.Anonymous.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
