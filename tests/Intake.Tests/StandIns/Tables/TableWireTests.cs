using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Intake.Tests.StandIns.Tables;

/// <summary>What is sent, where Azurite cannot show it: tokens, tries, and answers it never gives.</summary>
public sealed class TableWireTests
{
    private static readonly Uri Endpoint = new("https://acc.table.core.windows.net");

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent()
    {
        Wire wire = new(HttpStatusCode.NoContent);
        TokenRecorder credential = new();
        TableServiceClient service = new(Endpoint, credential, wire.Options());

        await service.GetTableClient("letters").AddEntityAsync(new TableEntity("p", "r") { ["Big"] = 5L });

        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Sent sent = Assert.Single(wire.Sent);
        Assert.Equal("POST https://acc.table.core.windows.net/letters", sent.Line);
        Assert.Equal("Bearer token", sent.Headers["Authorization"]);
        Assert.Equal("2020-12-06", sent.Headers["x-ms-version"]);
        Assert.Equal("return-no-content", sent.Headers["Prefer"]);
        Assert.Equal("""{"PartitionKey":"p","RowKey":"r","Big":"5","Big@odata.type":"Edm.Int64"}""", sent.Body);
    }

    [Theory]
    [InlineData(
        "https://acc.table.core.windows.net",
        "",
        "/acc/letters(PartitionKey='it%27%27s',RowKey='100%25%20%E6%97%A5')")]
    [InlineData(
        "http://127.0.0.1:10002/acc",
        "",
        "/acc/acc/letters(PartitionKey='it%27%27s',RowKey='100%25%20%E6%97%A5')")]
    [InlineData(
        "https://acc.table.core.windows.net/",
        "timeout=5&comp=acl",
        "/acc/letters(PartitionKey='it%27%27s',RowKey='100%25%20%E6%97%A5')?comp=acl")]
    public async Task The_account_and_the_path_as_it_is_sent_are_signed(string endpoint, string query, string resource)
    {
        Wire wire = new(HttpStatusCode.NoContent);
        TableClientOptions options = wire.Options();
        options.AddPolicy(new WithQuery(query), HttpPipelinePosition.PerCall);
        TableClient table = new(new Uri(endpoint), "letters", new TableSharedKeyCredential("acc", "a2V5"), options);

        await table.UpsertEntityAsync(new TableEntity("it's", "100% 日"));

        Dictionary<string, string> sent = Assert.Single(wire.Sent).Headers;
        byte[] signature = HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes($"{sent["x-ms-date"]}\n{resource}"));
        Assert.Equal($"SharedKeyLite acc:{Convert.ToBase64String(signature)}", sent["Authorization"]);
    }

    [Fact]
    public async Task A_busy_service_is_tried_again_with_the_same_request()
    {
        Wire wire = new(HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests, HttpStatusCode.NoContent);
        TableClient table = new(Endpoint, "letters", new TableSharedKeyCredential("acc", "a2V5"), wire.Options());

        await table.UpdateEntityAsync(new TableEntity("it's", "r") { ["A"] = 1 }, new ETag("W/\"1\""));

        Assert.Equal(3, wire.Sent.Count);
        Assert.All(wire.Sent, sent =>
        {
            Assert.Equal("PATCH https://acc.table.core.windows.net/letters(PartitionKey='it%27%27s',RowKey='r')", sent.Line);
            Assert.Equal("W/\"1\"", sent.Headers["If-Match"]);
            Assert.StartsWith("SharedKeyLite acc:", sent.Headers["Authorization"], StringComparison.Ordinal);
            Assert.Equal("""{"PartitionKey":"it\u0027s","RowKey":"r","A":1}""", sent.Body);
        });
    }

    [Fact]
    public async Task A_table_being_deleted_does_not_count_as_there()
    {
        Wire wire = new(HttpStatusCode.Conflict)
        {
            Body = """{"odata.error":{"code":"TableBeingDeleted","message":{"lang":"en-US","value":"Wait."}}}""",
        };
        TableClient table = new(Endpoint, "letters", new TableSharedKeyCredential("acc", "a2V5"), wire.Options());

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateIfNotExistsAsync());

        Assert.True(e.ErrorCode == TableErrorCode.TableBeingDeleted);
    }

    private sealed record Sent(string Line, Dictionary<string, string> Headers, string Body);

    /// <summary>The network's place: keeps what is sent and answers with the statuses in turn.</summary>
    private sealed class Wire(params HttpStatusCode[] statuses) : HttpMessageHandler
    {
        private readonly Queue<HttpStatusCode> _statuses = new(statuses);

        public List<Sent> Sent { get; } = [];

        public string Body { get; init; } = string.Empty;

        public TableClientOptions Options() => new()
        {
            Transport = new HttpClientTransport(this),
            Retry = { Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(1) },
        };

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Sent.Add(new Sent(
                $"{request.Method} {request.RequestUri!.AbsoluteUri}",
                request.Headers.ToDictionary(header => header.Key, header => string.Join(",", header.Value)),
                await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(_statuses.Dequeue()) { Content = new StringContent(Body) };
        }
    }

    private sealed class WithQuery(string query) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Uri.Query = query;
    }

    private sealed class TokenRecorder : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("token", TimeProvider.System.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
