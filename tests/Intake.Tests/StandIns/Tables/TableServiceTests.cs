using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Intake.Tests.StandIns.Tables;

/// <summary>Tables are made, listed and dropped.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TableServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Creating_a_table_twice_is_a_conflict_unless_allowed()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        TableServiceClient service = new(azurite.ConnectionString);

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() =>
            service.CreateTableAsync(table.Name));
        Response<TableItem> again = await service.CreateTableIfNotExistsAsync(table.Name);

        Assert.Equal((409, nameof(TableErrorCode.TableAlreadyExists)), (e.Status, e.ErrorCode));
        Assert.Equal((table.Name, 409), (again.Value.Name, again.GetRawResponse().Status));
    }

    [Fact]
    public async Task Tables_are_listed_by_name()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        TableServiceClient service = new(azurite.ConnectionString);

        FormattableString filter = $"TableName eq {table.Name}";

        Assert.Equal(table.Name, Assert.Single(service.Query(filter)).Name);
        Assert.Equal(table.Name, Assert.Single(service.Query(item => item.Name == table.Name)).Name);
        Assert.Contains(await service.QueryAsync(maxPerPage: 1).ToListAsync(), item => item.Name == table.Name);

        await service.DeleteTableAsync(table.Name);
        Assert.Empty(await service.QueryAsync(TableServiceClient.CreateQueryFilter(filter)).ToListAsync());
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        Uri endpoint = new TableServiceClient(azurite.ConnectionString).Uri;
        TableClient table = new(endpoint, "any", new TableSharedKeyCredential("devstoreaccount1", "d3Jvbmc="));

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());

        Assert.Equal(403, e.Status);
    }
}
