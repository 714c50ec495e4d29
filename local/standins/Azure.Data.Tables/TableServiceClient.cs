using System.Linq.Expressions;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The tables of an account.</summary>
public class TableServiceClient
{
    private readonly TableRest _rest;
    private readonly string _accountName;

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions options = null)
        : this(TableConnectionString.Parse(connectionString), options)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options)
        : this(new TableConnectionString(endpoint, credential), options)
    {
    }

    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null)
    {
        _rest = new TableRest(endpoint, TokenPolicy(tokenCredential), options);
        _accountName = _rest.AccountName;
    }

    protected TableServiceClient()
    {
    }

    private TableServiceClient(TableConnectionString connection, TableClientOptions options)
    {
        _rest = new TableRest(connection.Endpoint, new TableSharedKeyPolicy(connection.Credential), options);
        _accountName = connection.Credential.AccountName;
    }

    public virtual string AccountName => _accountName;

    public virtual Uri Uri => _rest.Endpoint;

    public static string CreateQueryFilter(FormattableString filter) => ODataFilter.Create(filter);

    public static string CreateQueryFilter(Expression<Func<TableItem, bool>> filter) => FilterExpression.Translate(filter);

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(_rest, _accountName, tableName);
    }

    public virtual Response<TableItem> CreateTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Create(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateAsync(cancellationToken);

    public virtual Response<TableItem> CreateTableIfNotExists(
        string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExists(cancellationToken);

    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken);

    public virtual Response DeleteTable(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).Delete(cancellationToken);

    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        GetTableClient(tableName).DeleteAsync(cancellationToken);

    public virtual Pageable<TableItem> Query(
        string filter = null, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        Pages(filter, maxPerPage).Enumerate(cancellationToken);

    public virtual Pageable<TableItem> Query(
        FormattableString filter, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        Pages(CreateQueryFilter(filter), maxPerPage).Enumerate(cancellationToken);

    public virtual Pageable<TableItem> Query(
        Expression<Func<TableItem, bool>> filter,
        int? maxPerPage = default,
        CancellationToken cancellationToken = default) =>
        Pages(CreateQueryFilter(filter), maxPerPage).Enumerate(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        string filter = null, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        Pages(filter, maxPerPage).EnumerateAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        FormattableString filter, int? maxPerPage = default, CancellationToken cancellationToken = default) =>
        Pages(CreateQueryFilter(filter), maxPerPage).EnumerateAsync(cancellationToken);

    public virtual AsyncPageable<TableItem> QueryAsync(
        Expression<Func<TableItem, bool>> filter,
        int? maxPerPage = default,
        CancellationToken cancellationToken = default) =>
        Pages(CreateQueryFilter(filter), maxPerPage).EnumerateAsync(cancellationToken);

    internal static BearerTokenAuthenticationPolicy TokenPolicy(TokenCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new BearerTokenAuthenticationPolicy(credential, "https://storage.azure.com/.default");
    }

    private TablePages<TableItem> Pages(string filter, int? maxPerPage) => new(
        _rest,
        (next, top) => _rest.QueryTables(filter, top, next),
        row => new TableItem(row.GetProperty("TableName").GetString()),
        response => response.Headers.TryGetValue("x-ms-continuation-NextTableName", out string next) ? next : null,
        maxPerPage);
}
