using System.Linq.Expressions;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>One table: its rows, and itself.</summary>
public class TableClient
{
    private readonly TableRest _rest;
    private readonly string _accountName;
    private readonly string _name;

    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), tableName, options)
    {
    }

    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(new TableConnectionString(endpoint, credential), tableName, options)
    {
    }

    public TableClient(
        Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(new TableRest(endpoint, TableServiceClient.TokenPolicy(tokenCredential), options), null, tableName)
    {
    }

    internal TableClient(TableRest rest, string accountName, string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        _rest = rest;
        _accountName = accountName ?? rest.AccountName;
        _name = tableName;
    }

    protected TableClient()
    {
    }

    private TableClient(TableConnectionString connection, string tableName, TableClientOptions options)
        : this(
            new TableRest(connection.Endpoint, new TableSharedKeyPolicy(connection.Credential), options),
            connection.Credential.AccountName,
            tableName)
    {
    }

    public virtual string AccountName => _accountName;

    public virtual string Name => _name;

    public virtual Uri Uri => _rest.UriOf(_name);

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    public static string CreateQueryFilter<T>(Expression<Func<T, bool>> filter) => FilterExpression.Translate(filter);

    public virtual Response<TableItem> Create(CancellationToken cancellationToken = default) =>
        Response.FromValue(new TableItem(Name), _rest.Send(_rest.CreateTable(Name), cancellationToken));

    public virtual async Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        Response.FromValue(
            new TableItem(Name),
            await _rest.SendAsync(_rest.CreateTable(Name), cancellationToken).ConfigureAwait(false));

    public virtual Response<TableItem> CreateIfNotExists(CancellationToken cancellationToken = default) =>
        Existing(_rest.Send(_rest.CreateTable(Name), cancellationToken, expectedError: 409));

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        Existing(await _rest.SendAsync(_rest.CreateTable(Name), cancellationToken, expectedError: 409)
            .ConfigureAwait(false));

    public virtual Response Delete(CancellationToken cancellationToken = default) =>
        _rest.Send(_rest.DeleteTable(Name), cancellationToken, expectedError: 404);

    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        _rest.SendAsync(_rest.DeleteTable(Name), cancellationToken, expectedError: 404);

    public virtual Response AddEntity<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.Send(_rest.Insert(Name, Checked(entity)), cancellationToken);

    public virtual Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Insert(Name, Checked(entity)), cancellationToken);

    public virtual Response<T> GetEntity<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Entity<T>(_rest.Send(_rest.Get(Name, partitionKey, rowKey, select), cancellationToken));

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Entity<T>(await _rest.SendAsync(_rest.Get(Name, partitionKey, rowKey, select), cancellationToken)
            .ConfigureAwait(false));

    public virtual NullableResponse<T> GetEntityIfExists<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        EntityOrNone<T>(_rest.Send(
            _rest.Get(Name, partitionKey, rowKey, select), cancellationToken, expectedError: 404));

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        EntityOrNone<T>(await _rest.SendAsync(
            _rest.Get(Name, partitionKey, rowKey, select), cancellationToken, expectedError: 404).ConfigureAwait(false));

    public virtual Response UpsertEntity<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.Send(_rest.Update(Name, Checked(entity), mode, default), cancellationToken);

    public virtual Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Update(Name, Checked(entity), mode, default), cancellationToken);

    public virtual Response UpdateEntity<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.Send(_rest.Update(Name, Checked(entity), mode, Checked(ifMatch)), cancellationToken);

    public virtual Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        _rest.SendAsync(_rest.Update(Name, Checked(entity), mode, Checked(ifMatch)), cancellationToken);

    /// <summary>
    /// Deletes; with no condition given, whatever is there. An entity that is not there answers 404 and is not thrown.
    /// </summary>
    public virtual Response DeleteEntity(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _rest.Send(_rest.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken, expectedError: 404);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Response DeleteEntity(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntity(Checked(entity).PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        _rest.SendAsync(_rest.Delete(Name, partitionKey, rowKey, ifMatch), cancellationToken, expectedError: 404);

    /// <inheritdoc cref="DeleteEntity(string, string, ETag, CancellationToken)"/>
    public virtual Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default) =>
        DeleteEntityAsync(Checked(entity).PartitionKey, entity.RowKey, ifMatch, cancellationToken);

    public virtual Pageable<T> Query<T>(
        string filter = null,
        int? maxPerPage = default,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(filter, maxPerPage, select).Enumerate(cancellationToken);

    public virtual Pageable<T> Query<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = default,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(CreateQueryFilter(filter), maxPerPage, select).Enumerate(cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(
        string filter = null,
        int? maxPerPage = default,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(filter, maxPerPage, select).EnumerateAsync(cancellationToken);

    public virtual AsyncPageable<T> QueryAsync<T>(
        Expression<Func<T, bool>> filter,
        int? maxPerPage = default,
        IEnumerable<string> select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        Pages<T>(CreateQueryFilter(filter), maxPerPage, select).EnumerateAsync(cancellationToken);

    public virtual Response<IReadOnlyList<Response>> SubmitTransaction(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        TableBatchResponse.Read(_rest.Send(TableBatch.Request(_rest, Name, transactionActions), cancellationToken));

    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default) =>
        TableBatchResponse.Read(await _rest.SendAsync(
            TableBatch.Request(_rest, Name, transactionActions), cancellationToken).ConfigureAwait(false));

    private static T Checked<T>(T entity)
        where T : ITableEntity
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(entity.PartitionKey);
        ArgumentNullException.ThrowIfNull(entity.RowKey);
        return entity;
    }

    private static ETag Checked(ETag ifMatch) =>
        ifMatch != default ? ifMatch : throw new ArgumentException("Value cannot be empty.", nameof(ifMatch));

    private static Response<T> Entity<T>(Response response)
        where T : class, ITableEntity
    {
        using JsonDocument document = JsonDocument.Parse(response.Content.ToMemory());
        return Response.FromValue(EntityJson.Read<T>(document.RootElement), response);
    }

    private static NullableResponse<T> EntityOrNone<T>(Response response)
        where T : class, ITableEntity =>
        response.Status == 404 ? new NoValueResponse<T>(response) : Entity<T>(response);

    /// <summary>409 is also the answer for a table that is just being deleted; then there is none to use.</summary>
    private Response<TableItem> Existing(Response response)
    {
        if (response.Status == 409 &&
            new RequestFailedException(response) is { ErrorCode: nameof(TableErrorCode.TableBeingDeleted) } deleting)
        {
            throw deleting;
        }

        return Response.FromValue(new TableItem(Name), response);
    }

    private TablePages<T> Pages<T>(string filter, int? maxPerPage, IEnumerable<string> select)
        where T : class, ITableEntity
    {
        string columns = select is null ? null : string.Join(',', select);
        return new TablePages<T>(
            _rest,
            (token, top) => Request(EntityContinuation.Parse(token), top),
            EntityJson.Read<T>,
            EntityContinuation.Of,
            maxPerPage);

        HttpMessage Request((string Partition, string Row) next, int? top) =>
            _rest.Query(Name, filter, columns, top, next.Partition, next.Row);
    }
}
