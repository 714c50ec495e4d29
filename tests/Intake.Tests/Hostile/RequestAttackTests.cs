using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Intake.Tests.Extract;
using Intake.Tests.Pipeline;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Intake.Tests.Hostile;

/// <summary>Requests that lie about their length, never end, or hold too many of anything.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class RequestAttackTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Theory]
    [InlineData("Content-Length: 5", "{\"text\":\"x\"}", "400")]
    [InlineData("Content-Length: -1", "{\"text\":\"x\"}", "400")]
    [InlineData("Content-Length: 12\r\nContent-Length: 13", "{\"text\":\"x\"}", "400")]
    [InlineData("Content-Length: 999999999999999999999", "{\"text\":\"x\"}", "400")]
    [InlineData("Content-Length: 5000000000", "{\"text\":\"x\"}", "413")]
    [InlineData("Transfer-Encoding: chunked", "ffffffffffffffff\r\n{\"text\":\"x\"}", "400")]
    [InlineData("Transfer-Encoding: gzip", "{\"text\":\"x\"}", "400")]
    public async Task A_length_that_is_a_lie_is_refused_and_nothing_stored(string header, string body, string status)
    {
        var call = await intake.OpenCallAsync();

        foreach (var type in new[] { "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b" })
        {
            var answer = await RawAsync($"POST /api/calls/{call}/contributions HTTP/1.1\r\nHost: x\r\nContent-Type: {type}\r\nConnection: close\r\n{header}\r\n\r\n{body}");
            Assert.StartsWith($"HTTP/1.1 {status}", answer, StringComparison.Ordinal);
        }

        Assert.Empty((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
    }

    /// <summary>The sender is gone: there is nobody to answer, and nothing to keep.</summary>
    [Theory]
    [InlineData("Content-Length: 5000", "{\"text\":\"x\"}")]
    [InlineData("Transfer-Encoding: chunked", "c\r\n{\"text\":\"x\"}\r\n")]
    public async Task A_body_cut_short_leaves_nothing(string header, string body)
    {
        var call = await intake.OpenCallAsync();

        var answer = await RawAsync($"POST /api/calls/{call}/contributions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n{header}\r\n\r\n{body}", ends: true);

        Assert.DoesNotContain("HTTP/1.1 2", answer, StringComparison.Ordinal);
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
    }

    [Fact]
    public async Task A_file_without_a_length_is_stopped_at_the_limit_while_it_is_read()
    {
        var call = await intake.OpenCallAsync(new { maxFileBytes = 1_000 });
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[3_000_000]), "file", "a.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/calls/{call}/contributions") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await intake.Anonymous.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Too_many_fields_parts_or_headers_are_refused_by_their_number()
    {
        var call = await intake.OpenCallAsync();
        using var parts = new MultipartFormDataContent();
        for (var i = 0; i < 2_000; i++)
        {
            parts.Add(new StringContent(""), $"answers[{i}]");
        }

        await RefusedAsync(call, parts);
        await RefusedAsync(call, Form(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"a{i}=&"))));
        await RefusedAsync(call, Form(new string('a', 200_000) + "="));
        await RefusedAsync(call, Json("{" + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"a{i}\":1")) + "}"));
        await RefusedAsync(call, Json("{\"answers\":{" + string.Join(',', Enumerable.Range(100, 200_000).Select(i => $"\"{i}\":\"x\"")) + "}}"));
        await RefusedAsync(call, Json("{\"text\":" + Reading.Repeat("{\"a\":", 100_000)));
        await RefusedAsync(call, Form("answers=" + Reading.Repeat("[", 100_000)));
        await RefusedAsync(call, Multipart("--b\r\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"X{i}: y\r\n")) + "Content-Disposition: form-data; name=\"text\"\r\n\r\nx\r\n--b--\r\n"));
        await RefusedAsync(call, Multipart("--b\r\nContent-Disposition: form-data; name=\"" + new string('x', 100_000) + "\"\r\n\r\nx\r\n--b--\r\n"));

        var answer = await RawAsync($"GET /api/calls HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{string.Concat(Enumerable.Range(0, 2_000).Select(i => $"X{i}: y\r\n"))}\r\n");
        Assert.StartsWith("HTTP/1.1 431", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/calls/{0}/contributions", "application/x-www-form-urlencoded")]
    [InlineData("api/calls/{0}/contributions", "multipart/form-data; boundary=b")]
    [InlineData("api/inbound-email", "message/rfc822")]
    public async Task A_compressed_body_is_refused_whatever_its_kind(string path, string type)
    {
        var call = await intake.OpenCallAsync();
        using var content = new ByteArrayContent([0x1f, 0x8b]);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        content.Headers.ContentEncoding.Add("br");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await intake.Http.PostAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, call), content)).StatusCode);
    }

    /// <summary>240 bytes a second after five seconds of grace: who is slower does not hold a connection.</summary>
    [Fact]
    public async Task A_body_that_comes_byte_by_byte_ends_with_its_connection()
    {
        var call = await intake.OpenCallAsync();

        var answer = await RawAsync($"POST /api/calls/{call}/contributions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{");

        Assert.DoesNotContain("HTTP/1.1 2", answer, StringComparison.Ordinal);
        var limits = ((IOptions<KestrelServerOptions>)intake.Services.GetService(typeof(IOptions<KestrelServerOptions>))!).Value.Limits;
        Assert.True(limits.MinRequestBodyDataRate is { BytesPerSecond: >= 240 });
        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.InRange(limits.MaxConcurrentConnections ?? long.MaxValue, 1, 10_000);
    }

    [Theory]
    [InlineData("..%2f..%2fx")]
    [InlineData("a%2Fb")]
    [InlineData("a%5Cb")]
    [InlineData("a%23b%3Fc")]
    [InlineData("%00")]
    [InlineData("%0d%0aX-Evil:%201")]
    [InlineData("%ed%a0%80")]
    [InlineData("%ff")]
    [InlineData("'%20or%20PartitionKey%20ne%20'")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task What_cannot_be_a_key_in_storage_is_not_found_and_no_fault(string evil)
    {
        var call = await intake.OpenCallAsync();
        foreach (var path in new[]
        {
            $"/api/calls/{evil}", $"/api/calls/{evil}/contributions", $"/api/calls/{call}/contributions/{evil}", $"/api/calls/{call}/contributions/{evil}?receipt={evil}",
            $"/api/calls/{call}/contributions/{evil}/documents/1", $"/api/calls/{call}/contributions/{evil}/documents/1/text?revision={evil}", $"/api/calls/{call}/digests/{evil}",
        })
        {
            var answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            Assert.Matches("^HTTP/1.1 4[0-9][0-9] ", answer);
            Assert.DoesNotContain("\nX-Evil", answer, StringComparison.Ordinal);
        }

        foreach (var path in new[] { $"/api/calls?after={evil}", $"/api/calls/{call}/contributions?after={evil}&limit=2", $"/api/calls/{call}/digests?after={evil}" })
        {
            Assert.Matches("^HTTP/1.1 [24][0-9][0-9] ", await RawAsync($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        }
    }

    [Theory]
    [InlineData("/\\#?%00")]
    [InlineData("../../x")]
    [InlineData("' or 1 eq 1")]
    public async Task An_idempotency_key_is_any_text_and_no_key_in_storage(string key)
    {
        var call = await intake.OpenCallAsync();
        var ids = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/calls/{call}/contributions") { Content = JsonContent.Create(new { text = "We support it." }) };
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
            ids.Add((await (await intake.Anonymous.SendAsync(request)).AcceptedAsync()).GetProperty("id").GetString());
        }

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Odd_characters_in_every_field_are_stored_shown_and_digested()
    {
        const string odd = "\u202Ewe\u0000\u0007 \u200Bsupport\uFEFF <script>alert(1)</script> =1+1 e\u0301\u0301 \uFFFE\uD83D\uDE00";
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new
        {
            text = odd + " the voluntary funding by donors, " + Reading.Repeat("\u0301", 10_000),
            title = odd,
            name = odd,
            organisation = odd,
            endorsers = new[] { odd },
        });
        var record = await intake.AnalysedAsync(call, sent.GetProperty("id").GetString()!);

        foreach (var line in new[] { record.GetProperty("title"), record.GetProperty("contributor").GetProperty("name") })
        {
            Assert.DoesNotContain(line.GetString()!, c => char.IsControl(c) || CleanText.IsBidiControl(c));
        }

        var digest = await intake.DigestAsync(call);
        var page = await intake.Anonymous.GetStringAsync($"api/calls/{call}/digests/{digest.GetProperty("number").GetInt32()}.html");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filename=\"../../etc/passwd\"", "passwd")]
    [InlineData("filename=\"C:\\\\temp\\\\letter.txt\"", "letter.txt")]
    [InlineData("filename=\"..\"", "document")]
    [InlineData("filename=\"CON\"", "_CON")]
    [InlineData("filename=\"NUL.txt\"", "_NUL.txt")]
    [InlineData("filename=\"a.txt\"; filename*=UTF-8''a%0d%0aX-Evil%3A%201%E2%80%AEtxt.exe", "a X-Evil_ 1txt.exe")]
    [InlineData("filename*=UTF-8''%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%BE.txt", "письмо.txt")]
    [InlineData("filename=LONG", null)]
    public async Task A_file_is_stored_under_our_own_id_and_handed_out_under_a_safe_name(string parameter, string? name)
    {
        var call = await intake.OpenCallAsync();
        var sent = await (await intake.Anonymous.PostAsync(
            $"api/calls/{call}/contributions",
            Multipart($"--b\r\nContent-Disposition: form-data; name=\"file\"; {parameter.Replace("LONG", new string('x', 600) + ".txt", StringComparison.Ordinal)}\r\nContent-Type: text/html\r\n\r\n<script>We support it.</script>\r\n--b--\r\n"))).AcceptedAsync();
        var id = sent.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);

        var answer = await intake.Http.GetAsync($"api/calls/{call}/contributions/{id}/documents/1/original");

        var shown = sent.GetProperty("documents")[0].GetProperty("name").GetString()!;
        Assert.Equal(name ?? shown, shown);
        Assert.InRange(Encoding.UTF8.GetByteCount(shown), 1, 255);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(shown, answer.Content.Headers.ContentDisposition.FileNameStar);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Evil"));
    }

    private static StringContent Form(string body) => new(body, Encoding.UTF8, "application/x-www-form-urlencoded");

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static ByteArrayContent Multipart(string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        return content;
    }

    private async Task RefusedAsync(string call, HttpContent content)
    {
        var answer = await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.InRange((await answer.Content.ReadAsStringAsync()).Length, 1, 100_000);
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/contributions")).GetProperty("contributions").EnumerateArray());
    }

    /// <summary>What the server says to these bytes until it closes the connection, or, when the client ends, until both have.</summary>
    private async Task<string> RawAsync(string request, bool ends = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(intake.Anonymous.BaseAddress!.Host, intake.Anonymous.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        if (ends)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, deadline.Token);
        }
        catch (IOException)
        {
            // Closed without more words: what came until then counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
