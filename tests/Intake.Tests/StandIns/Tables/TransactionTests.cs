using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace Intake.Tests.StandIns.Tables;

/// <summary>Transactions: all steps or none, of one partition, up to a hundred.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_hundred_steps_are_done_together()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);

        Response<IReadOnlyList<Response>> answer = await table.SubmitTransactionAsync(
            Enumerable.Range(0, 100).Select(number => new TableTransactionAction(
                TableTransactionActionType.Add,
                new TableEntity("it's ü", $"{number:000} '%+ 日本") { ["Text"] = "--line\r\nHTTP/1.1 500 é" })));

        Assert.Equal(202, answer.GetRawResponse().Status);
        Assert.Equal(100, answer.Value.Count);
        Assert.All(answer.Value, step => Assert.Equal(204, step.Status));
        Assert.All(answer.Value, step => Assert.NotNull(step.Headers.ETag));
        List<TableEntity> rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(100, rows.Count);
        Assert.Equal("042 '%+ 日本", rows[42].RowKey);
        Assert.All(rows, row => Assert.Equal("--line\r\nHTTP/1.1 500 é", row.GetString("Text")));
    }

    [Fact]
    public async Task Every_kind_of_step_works()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        foreach (string row in (string[])["merge", "replace", "delete", "upsertMerge"])
        {
            await table.AddEntityAsync(new TableEntity("p", row) { ["A"] = 1 });
        }

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, Changed("add")),
            new(TableTransactionActionType.UpdateMerge, Changed("merge"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, Changed("replace"), ETag.All),
            new(TableTransactionActionType.Delete, Changed("delete")),
            new(TableTransactionActionType.UpsertMerge, Changed("upsertMerge")),
            new(TableTransactionActionType.UpsertReplace, Changed("upsertReplace")),
        ]);

        Dictionary<string, (int?, int?)> rows = table.Query<TableEntity>()
            .ToDictionary(row => row.RowKey, row => (row.GetInt32("A"), row.GetInt32("B")));
        Assert.Equal(
            new Dictionary<string, (int?, int?)>
            {
                ["add"] = (null, 2),
                ["merge"] = (1, 2),
                ["replace"] = (null, 2),
                ["upsertMerge"] = (1, 2),
                ["upsertReplace"] = (null, 2),
            },
            rows);

        static TableEntity Changed(string row) => new("p", row) { ["B"] = 2 };
    }

    [Fact]
    public async Task One_failing_step_undoes_all_and_is_named()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new TableEntity("p", "taken") { ["A"] = 1 });

        TableTransactionFailedException e = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "one")),
                new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "two")),
                new(TableTransactionActionType.Add, new TableEntity("p", "taken")),
                new(TableTransactionActionType.Add, new TableEntity("p", "three")),
            ]));

        Assert.Equal((409, nameof(TableErrorCode.EntityAlreadyExists)), (e.Status, e.ErrorCode));
        Assert.Equal(2, e.FailedTransactionActionIndex);
        Assert.Equal("taken", Assert.Single(table.Query<TableEntity>()).RowKey);
    }

    [Fact]
    public async Task Updating_what_is_not_there_undoes_all()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);

        TableTransactionFailedException e = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync(
            [
                new(TableTransactionActionType.Add, new TableEntity("p", "one")),
                new(TableTransactionActionType.UpdateMerge, new TableEntity("p", "missing"), ETag.All),
            ]));

        Assert.Equal((404, 1), (e.Status, e.FailedTransactionActionIndex));
        Assert.Empty(table.Query<TableEntity>());
    }

    [Fact]
    public async Task No_steps_are_refused()
    {
        TableClient table = new(azurite.ConnectionString, "never");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([]));
    }
}
