using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>
/// The requests of the Table service's REST protocol, and how they are sent. One for each service client.
/// </summary>
internal sealed class TableRest
{
    private const string Json = "application/json";
    private const string MinimalMetadata = "application/json;odata=minimalmetadata";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _root;
    private readonly string _version;

    public TableRest(Uri endpoint, HttpPipelinePolicy authentication, TableClientOptions options)
    {
        options ??= new TableClientOptions();
        Endpoint = new UriBuilder(endpoint) { Query = null }.Uri;
        _root = Endpoint.AbsolutePath.EndsWith('/') ? Endpoint : new Uri(Endpoint + "/");
        _version = options.VersionString;
        HttpPipelineOptions pipeline = new(options) { RequestFailedDetailsParser = new TableErrorParser() };
        pipeline.PerRetryPolicies.Add(authentication);
        _pipeline = HttpPipelineBuilder.Build(pipeline);
    }

    /// <summary>The address of the account's Table service.</summary>
    public Uri Endpoint { get; }

    /// <summary>The first label of the host or, with the emulator's addresses, the first segment of the path.</summary>
    public string AccountName =>
        Endpoint.HostNameType == UriHostNameType.Dns && Endpoint.Host.Split('.') is [var label, _, ..]
            ? label
            : Endpoint.AbsolutePath.Split('/', 3)[1];

    public Uri UriOf(string table) => new(_root, table);

    public HttpMessage CreateTable(string table)
    {
        HttpMessage message = Message(RequestMethod.Post, "Tables", MinimalMetadata);
        message.Request.Headers.Add("Prefer", "return-no-content");
        message.Request.Headers.Add("Content-Type", "application/json;odata=nometadata");
        message.Request.Content = RequestContent.Create(
            JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = table }));
        return message;
    }

    public HttpMessage DeleteTable(string table) =>
        Message(RequestMethod.Delete, $"Tables('{Uri.EscapeDataString(table)}')", Json);

    public HttpMessage QueryTables(string filter, int? top, string nextTable)
    {
        HttpMessage message = Message(RequestMethod.Get, "Tables", MinimalMetadata);
        AddQuery(message, ("$top", top), ("$filter", filter), ("NextTableName", nextTable));
        return message;
    }

    public HttpMessage Insert(string table, ITableEntity entity)
    {
        HttpMessage message = Message(RequestMethod.Post, table, MinimalMetadata);
        message.Request.Headers.Add("Prefer", "return-no-content");
        return WithEntity(message, entity);
    }

    /// <summary>An update where there is a condition; else an insert-or-update.</summary>
    public HttpMessage Update(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch)
    {
        RequestMethod method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentException($"Unexpected value for mode: {mode}"),
        };
        HttpMessage message = Message(method, EntityPath(table, entity.PartitionKey, entity.RowKey), Json);
        if (ifMatch != default)
        {
            message.Request.Headers.Add("If-Match", ifMatch.ToString());
        }

        return WithEntity(message, entity);
    }

    public HttpMessage Delete(string table, string partitionKey, string rowKey, ETag ifMatch)
    {
        HttpMessage message = Message(RequestMethod.Delete, EntityPath(table, partitionKey, rowKey), MinimalMetadata);
        message.Request.Headers.Add("If-Match", (ifMatch == default ? ETag.All : ifMatch).ToString());
        return message;
    }

    public HttpMessage Get(string table, string partitionKey, string rowKey, IEnumerable<string> select)
    {
        HttpMessage message = Message(RequestMethod.Get, EntityPath(table, partitionKey, rowKey), MinimalMetadata);
        AddQuery(message, ("$select", select is null ? null : string.Join(',', select)));
        return message;
    }

    public HttpMessage Query(string table, string filter, string select, int? top, string nextPartition, string nextRow)
    {
        HttpMessage message = Message(RequestMethod.Get, $"{table}()", MinimalMetadata);
        AddQuery(
            message,
            ("$top", top),
            ("$select", select),
            ("$filter", filter),
            ("NextPartitionKey", nextPartition),
            ("NextRowKey", nextRow));
        return message;
    }

    public HttpMessage Batch(string boundary, BinaryData body)
    {
        HttpMessage message = Message(RequestMethod.Post, "$batch", Json);
        message.Request.Headers.Add("Content-Type", $"multipart/mixed; boundary={boundary}");
        message.Request.Content = RequestContent.Create(body);
        return message;
    }

    /// <summary>Sends; an answer of 400 and above is thrown, except the one the caller knows what to do with.</summary>
    public Response Send(HttpMessage message, CancellationToken cancellationToken, int expectedError = 0)
    {
        using (message)
        {
            _pipeline.Send(message, cancellationToken);
            return Checked(message.Response, expectedError);
        }
    }

    /// <inheritdoc cref="Send"/>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken, int expectedError = 0)
    {
        using (message)
        {
            await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
            return Checked(message.Response, expectedError);
        }
    }

    private static Response Checked(Response response, int expectedError) =>
        !response.IsError || response.Status == expectedError ? response : throw new RequestFailedException(response);

    private static HttpMessage WithEntity(HttpMessage message, ITableEntity entity)
    {
        message.Request.Headers.Add("Content-Type", Json);
        message.Request.Content = EntityJson.Write(entity);
        return message;
    }

    private static string EntityPath(string table, string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

        static string Escape(string key) => Uri.EscapeDataString(ODataFilter.EscapeQuotes(key));
    }

    private static void AddQuery(HttpMessage message, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        foreach ((string name, object value) in parameters)
        {
            if (value is not null)
            {
                message.Request.Uri.AppendQuery(name, value.ToString(), escapeValue: true);
            }
        }
    }

    private HttpMessage Message(RequestMethod method, string path, string accept)
    {
        HttpMessage message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(_root);
        message.Request.Uri.AppendPath(path, escape: false);
        message.Request.Headers.Add("x-ms-version", _version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add("Accept", accept);
        return message;
    }
}
