using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Intake.Tests.StandIns.Tables;

/// <summary>Add, update, upsert and delete, their conditions, and the service's error codes.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class EntityChangeTests(AzuriteFixture azurite)
{
    public static TheoryData<string> AwkwardKeys { get; } = new(
        "it's",
        "''",
        "two words",
        "100%",
        "%27",
        "a+b&c=d",
        "日本語",
        "العربية",
        "e\u0301 😀",
        "(x,y)=';--",
        "semi;colon@at:$!*~",
        "..",
        string.Empty);

    [Theory]
    [MemberData(nameof(AwkwardKeys))]
    public async Task Keys_may_hold_any_text_the_service_takes(string key)
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);

        await table.AddEntityAsync(new TableEntity(key, key) { ["Step"] = 1 });
        await table.UpsertEntityAsync(new TableEntity(key, key) { ["Step"] = 2 });
        TableEntity got = await table.GetEntityAsync<TableEntity>(key, key);
        Assert.Equal((key, key, 2), (got.PartitionKey, got.RowKey, got.GetInt32("Step")));

        await table.UpdateEntityAsync(new TableEntity(key, key) { ["Step"] = 3 }, got.ETag);
        TableEntity found = Assert.Single(table.Query<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")));
        Assert.Equal(3, found.GetInt32("Step"));

        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>(key, key)).HasValue);
    }

    [Fact]
    public async Task Merge_keeps_what_is_not_sent_and_replace_drops_it()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, ETag.All, TableUpdateMode.Merge);
        TableEntity merged = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));

        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["B"] = 3 }, ETag.All, TableUpdateMode.Replace);
        TableEntity replaced = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(((int?)null, 3), (replaced.GetInt32("A"), replaced.GetInt32("B")));
    }

    [Theory]
    [InlineData(TableUpdateMode.Merge, 1)]
    [InlineData(TableUpdateMode.Replace, null)]
    public async Task Upsert_inserts_then_changes(TableUpdateMode mode, int? keptA)
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);

        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1 }, mode);
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, mode);

        TableEntity got = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal((keptA, 2), (got.GetInt32("A"), got.GetInt32("B")));
    }

    [Fact]
    public async Task An_outdated_etag_is_a_conflict()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        ETag first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 })).Headers.ETag!.Value;
        ETag second = (await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, first)).Headers.ETag!.Value;
        Assert.NotEqual(first, second);

        RequestFailedException update = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, first));
        RequestFailedException delete = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.DeleteEntityAsync("p", "r", first));

        Assert.Equal((412, nameof(TableErrorCode.UpdateConditionNotSatisfied)), (update.Status, update.ErrorCode));
        Assert.Equal((412, nameof(TableErrorCode.UpdateConditionNotSatisfied)), (delete.Status, delete.ErrorCode));
        TableEntity got = await table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal((2, second), (got.GetInt32("A"), got.ETag));
        Assert.Equal(204, (await table.DeleteEntityAsync(got, second)).Status);
    }

    [Fact]
    public async Task Adding_what_is_there_is_a_conflict()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new TableEntity("p", "r"));

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, e.Status);
        Assert.True(e.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);

        RequestFailedException get = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.GetEntityAsync<TableEntity>("p", "r"));
        RequestFailedException update = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.UpdateEntityAsync(new TableEntity("p", "r"), ETag.All));
        NullableResponse<TableEntity> none = await table.GetEntityIfExistsAsync<TableEntity>("p", "r");
        Response delete = await table.DeleteEntityAsync("p", "r");

        Assert.Equal((404, nameof(TableErrorCode.ResourceNotFound)), (get.Status, get.ErrorCode));
        Assert.Equal((404, nameof(TableErrorCode.ResourceNotFound)), (update.Status, update.ErrorCode));
        Assert.False(none.HasValue);
        Assert.Equal(404, none.GetRawResponse().Status);
        Assert.Throws<InvalidOperationException>(() => none.Value);
        Assert.Equal(404, delete.Status);
    }

    [Fact]
    public async Task A_missing_table_is_named_by_its_own_code()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        Assert.Equal(204, (await table.DeleteAsync()).Status);
        Assert.Equal(404, (await table.DeleteAsync()).Status);

        RequestFailedException e = await Assert.ThrowsAsync<RequestFailedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal((404, nameof(TableErrorCode.TableNotFound)), (e.Status, e.ErrorCode));
    }

    [Fact]
    public void The_synchronous_calls_do_the_same()
    {
        TableClient table = new(azurite.ConnectionString, TestTable.NewName());
        table.CreateIfNotExists();
        table.UpsertEntity(new TableEntity("p", "r") { ["A"] = 1 });
        RequestFailedException exists = Assert.Throws<RequestFailedException>(() =>
            table.AddEntity(new TableEntity("p", "r")));
        Assert.Equal(409, exists.Status);

        TableEntity got = table.GetEntity<TableEntity>("p", "r");
        table.UpdateEntity(new TableEntity("p", "r") { ["A"] = 2 }, got.ETag);
        Assert.Equal(2, table.GetEntityIfExists<TableEntity>("p", "r").Value!.GetInt32("A"));
        table.SubmitTransaction([new(TableTransactionActionType.Delete, got)]);
        Assert.False(table.GetEntityIfExists<TableEntity>("p", "r").HasValue);
        table.Delete();
    }
}
