using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Intake.Outbox;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Tests.Pipeline;

/// <summary>From a mail to the digest, by webhook (raw, SendGrid) and by a blob dropped.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class MailChannelTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task A_raw_mail_with_an_attachment_becomes_a_contribution_and_its_bytes_come_back()
    {
        var call = await intake.OpenCallAsync();
        var mail = await intake.Http.PostMailAsync(Mail(call, "The forum needs voluntary funding from its donors.", "m1"));
        var id = await ContributionAsync(mail, "contribution");

        var record = await intake.AnalysedAsync(call, id);
        Assert.Equal("email", record.GetProperty("channel").GetString());
        Assert.Equal("Ana Example", record.GetProperty("contributor").GetProperty("name").GetString());
        Assert.False(record.GetProperty("contributor").TryGetProperty("email", out _));
        var attached = record.GetProperty("documents")[1];
        Assert.Equal("annex.txt", attached.GetProperty("name").GetString());
        Assert.Equal("Developing countries need travel support.", await intake.Anonymous.GetStringAsync($"api/calls/{call}/contributions/{id}/documents/2"));
        Assert.Equal(id, Assert.Single((await intake.DigestAsync(call)).GetProperty("ledger").GetProperty("rows").EnumerateArray()).GetProperty("contribution").GetString());
    }

    [Fact]
    public async Task History_and_signature_are_kept_and_shown_but_are_not_the_contributors_words()
    {
        var call = await intake.OpenCallAsync();
        var mail = await intake.Http.PostMailAsync(Mail(call, "Donors should pay for the forum.\r\n\r\nOn 2 May 2026 at 10:00, Bob <bob@example.org> wrote:\r\n> Travel support is what developing countries need.\r\n\r\nEndorsed by:\r\nOpen Net\r\n-- \r\nAna Example", "history"));
        var id = await ContributionAsync(mail, "contribution");

        var record = await intake.AnalysedAsync(call, id);
        var passages = record.GetProperty("passages").EnumerateArray().ToList();
        Assert.StartsWith("Donors", passages[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        var quoted = passages.Single(one => one.GetProperty("text").GetString()!.Contains("Travel", StringComparison.Ordinal));
        Assert.Equal("quoted, folded", quoted.GetProperty("flags").GetString());
        Assert.Empty(quoted.GetProperty("themes").EnumerateArray());
        Assert.DoesNotContain("Travel", (await intake.DigestAsync(call)).ToString(), StringComparison.Ordinal);

        // Who may endorse it is the contributor's to say, and nobody else's to see.
        Assert.False(record.TryGetProperty("suggestedEndorsers", out _));
        var receipt = await intake.Get<Receipts>().OfAsync(call, id, CancellationToken.None);
        var own = await intake.GetAsync($"api/calls/{call}/contributions/{id}?receipt={receipt}");
        Assert.Equal(["Open Net"], own.GetProperty("suggestedEndorsers").EnumerateArray().Select(one => one.GetString()));
        Assert.Empty(own.GetProperty("contributor").GetProperty("endorsers").EnumerateArray());
    }

    [Fact]
    public async Task What_speaks_against_the_sender_is_shown_to_the_secretariat()
    {
        var call = await intake.OpenCallAsync();
        var mail = await intake.Http.PostMailAsync($"Authentication-Results: mx.example.org; spf=pass; dmarc=fail\r\nAuthentication-Results: mx.evil.example; dmarc=pass\r\nReply-To: other@example.org\r\n{Mail(call, "Donors should pay.", "doubt")}");
        await ContributionAsync(mail, "contribution");

        var shown = await intake.Http.GetFromJsonAsync<JsonElement>($"api/inbound-email/{mail}");
        Assert.Equal("spf=pass dmarc=fail", shown.GetProperty("authentication").GetString());
        Assert.Equal(["failed-dmarc"], shown.GetProperty("doubts").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal("other@example.org", shown.GetProperty("replyTo").GetString());
    }

    [Fact]
    public async Task A_tag_in_the_subject_finds_the_call()
    {
        var call = await intake.OpenCallAsync();
        var mail = await intake.Http.PostMailAsync($"From: a@example.org\r\nTo: office@example.org\r\nSubject: =?utf-8?q?Re=3A_=5B{call}=5D_views?=\r\nMessage-ID: <{call}@s>\r\n\r\nDonors should pay.\r\n");
        await intake.AnalysedAsync(call, await ContributionAsync(mail, "contribution"));
    }

    [Fact]
    public async Task A_mail_dropped_as_a_blob_is_taken_in()
    {
        var call = await intake.OpenCallAsync();
        var container = new BlobContainerClient(intake.ConnectionString, Containers.InboundEmail);
        await container.UploadBlobAsync($"{call}.eml", new BinaryData(Mail(call, "Dropped: donors should pay.", "drop")));
        var id = await Eventually.Async(async () =>
        {
            var list = (await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions");
            return (list.GetArrayLength() == 1, list.GetArrayLength() == 1 ? list[0].GetProperty("id").GetString()! : "none");
        });
        await intake.AnalysedAsync(call, id);
    }

    [Fact]
    public async Task A_mail_dropped_over_another_leaves_that_one_what_it_was()
    {
        var call = await intake.OpenCallAsync();
        var blob = new BlobContainerClient(intake.ConnectionString, Containers.InboundEmail).GetBlobClient($"twice-{call}.eml");
        var first = await DropAsync("First: donors should pay.");
        await DropAsync("Second: members should pay.");

        Assert.True((await intake.Http.PostAsync($"api/inbound-email/{first}/call?call={call}", null)).IsSuccessStatusCode);
        var id = await ContributionAsync(first, "contribution");
        await intake.AnalysedAsync(call, id);
        Assert.StartsWith("First", await intake.Anonymous.GetStringAsync($"api/calls/{call}/contributions/{id}/documents/1"), StringComparison.Ordinal);

        async Task<string> DropAsync(string text)
        {
            var subject = $"{text} {call}";
            await blob.UploadAsync(new BinaryData($"From: a@example.org\r\nTo: office@example.org\r\nSubject: {subject}\r\n\r\n{text}\r\n"), overwrite: true);
            return await Eventually.Async(async () =>
            {
                var waiting = (await intake.Http.GetFromJsonAsync<JsonElement>("api/inbound-email?limit=200")).GetProperty("mails").EnumerateArray();
                var mail = waiting.FirstOrDefault(one => one.GetProperty("subject").GetString() == subject);
                return (mail.ValueKind == JsonValueKind.Object, mail.ValueKind == JsonValueKind.Object ? mail.GetProperty("id").GetString()! : "none");
            });
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SendGrids_form_is_taken_in(bool raw)
    {
        var call = await intake.OpenCallAsync();
        using var form = new MultipartFormDataContent();
        if (raw)
        {
            form.Add(new StringContent(Mail(call, "By SendGrid: donors should pay.", "sg")), "email");
        }
        else
        {
            form.Add(new StringContent("Ana Example <ana@example.org>"), "from");
            form.Add(new StringContent($"call+{call}@example.org"), "to");
            form.Add(new StringContent("Our views"), "subject");
            form.Add(new StringContent("By SendGrid: donors should pay."), "text");
            form.Add(new StringContent($"Message-ID: <sg-{call}@s>\nFrom: Ana Example <ana@example.org>\n"), "headers");
        }

        using var posted = await intake.Http.PostAsync("api/inbound-email", form);
        await intake.AnalysedAsync(call, await ContributionAsync((await posted.AcceptedAsync()).GetProperty("id").GetString()!, "contribution"));
    }

    [Fact]
    public async Task The_same_message_by_two_routes_is_one_contribution_and_other_content_is_another()
    {
        var call = await intake.OpenCallAsync();
        var first = await ContributionAsync(await intake.Http.PostMailAsync(Mail(call, "Donors should pay.", "same")), "contribution");
        var again = await ContributionAsync(await intake.Http.PostMailAsync($"Received: by another.example\r\n{Mail(call, "Donors should pay.", "same")}"), "contribution");
        var other = await ContributionAsync(await intake.Http.PostMailAsync(Mail(call, "Members should pay.", "same")), "contribution");
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(2, (await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").GetArrayLength());
    }

    [Fact]
    public async Task A_mail_for_no_call_waits_for_a_person_who_places_it()
    {
        var call = await intake.OpenCallAsync();
        var sender = $"lost-{call}@example.org";
        var mail = await intake.Http.PostMailAsync($"From: {sender}\r\nTo: call@example.org\r\nSubject: views\r\nMessage-ID: <lost-{call}@s>\r\n\r\nDonors should pay.\r\n");
        await ContributionAsync(mail, "unplaced");
        Assert.Equal(nameof(LetterKind.Unplaced), Assert.Single(await intake.LettersToAsync(sender)).Kind);
        var waiting = await intake.Http.GetFromJsonAsync<JsonElement>("api/inbound-email?limit=200");
        Assert.Contains(waiting.GetProperty("mails").EnumerateArray(), one => one.GetProperty("id").GetString() == mail);
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.GetAsync("api/inbound-email")).StatusCode);

        var placed = await intake.Http.PostAsync($"api/inbound-email/{mail}/call?call={call}", null);
        Assert.Equal(HttpStatusCode.Accepted, placed.StatusCode);
        await intake.AnalysedAsync(call, await ContributionAsync(mail, "contribution"));
        waiting = await intake.Http.GetFromJsonAsync<JsonElement>("api/inbound-email?limit=200");
        Assert.DoesNotContain(waiting.GetProperty("mails").EnumerateArray(), one => one.GetProperty("id").GetString() == mail);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", "automatic")]
    [InlineData("Precedence: bulk\r\n", "automatic")]
    [InlineData("Return-Path: <>\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", "bounce")]
    public async Task Robots_and_bounces_get_no_answer(string header, string outcome)
    {
        var call = await intake.OpenCallAsync();
        var sender = $"robot-{call}@example.org";
        var mail = await intake.Http.PostMailAsync($"From: {sender}\r\nTo: call+{call}@example.org\r\nSubject: away\r\nMessage-ID: <robot-{call}@s>\r\n{header}\r\nI am away.\r\n");
        await ContributionAsync(mail, outcome);
        Assert.Empty(await intake.LettersToAsync(sender));
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
    }

    [Fact]
    public async Task The_envelope_that_a_mail_server_gives_tells_the_call_and_who_must_not_be_answered()
    {
        var (call, other) = (await intake.OpenCallAsync(), await intake.OpenCallAsync());
        var mail = $"From: ana@example.org\r\nTo: call+{other}@example.org, call+{call}@example.org\r\nMessage-ID: <{call}@s>\r\n\r\nDonors should pay.\r\n";
        await intake.AnalysedAsync(call, await ContributionAsync(await PostAsync("<ana@example.org>"), "contribution"));
        await ContributionAsync(await PostAsync("<>"), "automatic");
        Assert.Single((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
        Assert.Empty((await intake.GetAsync($"api/calls/{other}/contributions")).GetProperty("contributions").EnumerateArray());

        async Task<string> PostAsync(string sender)
        {
            using var content = new StringContent(mail, System.Text.Encoding.UTF8, "message/rfc822");
            content.Headers.Add("X-Envelope-From", sender);
            content.Headers.Add("X-Envelope-To", $"<call+{call}@example.org>");
            using var posted = await intake.Http.PostAsync("api/inbound-email", content);
            return (await posted.AcceptedAsync()).GetProperty("id").GetString()!;
        }
    }

    [Fact]
    public async Task A_mail_of_a_list_that_is_taken_in_gets_no_receipt()
    {
        var call = await intake.OpenCallAsync();
        var sender = $"list-{call}@example.org";
        var mail = await intake.Http.PostMailAsync($"From: {sender}\r\nTo: call+{call}@example.org\r\nSubject: views\r\nMessage-ID: <list-{call}@s>\r\nList-Unsubscribe: <https://example.org/u>\r\n\r\nDonors should pay.\r\n");
        await intake.AnalysedAsync(call, await ContributionAsync(mail, "contribution"));
        Assert.Empty(await intake.LettersToAsync(sender));
    }

    [Fact]
    public async Task A_mail_to_a_closed_call_is_kept_and_its_sender_told_why()
    {
        var call = await intake.OpenCallAsync(opens: "2020-01-01T00:00:00Z", closes: "2020-02-01T00:00:00Z");
        var mail = await intake.Http.PostMailAsync(Mail(call, "Too late.", "late", from: $"late-{call}@example.org"));
        await ContributionAsync(mail, "refused");
        Assert.Contains("closed", Assert.Single(await intake.LettersToAsync($"late-{call}@example.org")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_function_key_no_mail_is_taken()
    {
        using var content = new StringContent("From: a@example.org\r\n\r\nx");
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.PostAsync("api/inbound-email", content)).StatusCode);
    }

    private static string Mail(string call, string text, string messageId, string from = "ana@example.org") => $"""
        From: =?utf-8?q?Ana_Example?= <{from}>
        To: Secretariat <call+{call}@example.org>
        Subject: Our views
        Message-ID: <{messageId}-{call}@sender.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain; charset=utf-8

        {text}
        --b
        Content-Type: text/plain; name="annex.txt"
        Content-Disposition: attachment; filename="annex.txt"
        Content-Transfer-Encoding: base64

        {Convert.ToBase64String("Developing countries need travel support."u8)}
        --b--

        """.ReplaceLineEndings("\r\n");

    /// <summary>Waits until the mail was read, checks what became of it, and gives the contribution's id if there is one.</summary>
    private Task<string> ContributionAsync(string mail, string outcome) => Eventually.Async(async () =>
    {
        var row = await intake.Http.GetFromJsonAsync<JsonElement>($"api/inbound-email/{mail}");
        var now = row.GetProperty("outcome").GetString();
        if (now != "waiting")
            Assert.Equal(outcome, now);
        return (now != "waiting", row.TryGetProperty("contribution", out var id) ? id.GetString()! : "");
    });
}
