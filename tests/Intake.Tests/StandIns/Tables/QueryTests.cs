using Azure;
using Azure.Data.Tables;

namespace Intake.Tests.StandIns.Tables;

/// <summary>Filters, selection and paging.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Filters_take_values_of_every_type()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        Guid id = new("0f8fad5b-d9cb-469f-a165-70867728950e");
        DateTimeOffset time = new(2026, 2, 28, 1, 2, 3, TimeSpan.FromHours(2));
        await table.AddEntityAsync(new TableEntity("p", "hit")
        {
            ["Text"] = "it's 100% “日本語” & more",
            ["Flag"] = true,
            ["Whole"] = -5,
            ["Big"] = 1L << 40,
            ["Real"] = 1.5,
            ["Id"] = id,
            ["Time"] = time,
            ["Bytes"] = new byte[] { 0xAB, 0x01 },
        });
        await table.AddEntityAsync(new TableEntity("p", "miss")
        {
            ["Text"] = "its",
            ["Flag"] = false,
            ["Whole"] = 5,
            ["Big"] = 1L,
            ["Real"] = 1.25,
            ["Id"] = Guid.Empty,
            ["Time"] = time.AddSeconds(1),
            ["Bytes"] = new byte[] { 0xAB },
        });

        FormattableString[] filters =
        [
            $"Text eq {"it's 100% “日本語” & more"}",
            $"Flag eq {true}",
            $"Whole eq {-5}",
            $"Whole lt {0}",
            $"Big eq {1L << 40}",
            $"Big gt {2L}",
            $"Real eq {1.5}",
            $"Id eq {id}",
            $"Time eq {time}",
            $"Time le {time.UtcDateTime}",
            $"Bytes eq {new byte[] { 0xAB, 0x01 }}",
            $"PartitionKey eq {"p"} and (RowKey ge {"h"} and RowKey lt {"i"})",
        ];
        foreach (FormattableString filter in filters)
        {
            string text = TableClient.CreateQueryFilter(filter);
            List<TableEntity> found = await table.QueryAsync<TableEntity>(text).ToListAsync();
            Assert.True(found is [{ RowKey: "hit" }], $"{text} found {found.Count}");
        }
    }

    [Fact]
    public async Task A_filter_may_be_a_predicate()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new TableEntity("p", "a") { ["Flag"] = true, ["Whole"] = 1 });
        await table.AddEntityAsync(new TableEntity("p", "b") { ["Flag"] = true, ["Whole"] = 2 });
        await table.AddEntityAsync(new TableEntity("q", "c") { ["Flag"] = false, ["Whole"] = 3 });
        string partition = "p";

        List<EntityValueTests.Row> found = await table.QueryAsync<EntityValueTests.Row>(row =>
            row.PartitionKey == partition && row.RowKey.CompareTo("b") >= 0 && row.Flag).ToListAsync();

        Assert.Equal("b", Assert.Single(found).RowKey);
        Assert.Equal(["a", "c"], table.Query<TableEntity>(row => row.GetInt32("Whole") != 2).Select(row => row.RowKey));
    }

    [Fact]
    public async Task Select_brings_only_what_is_named()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        TableEntity one = await table.GetEntityAsync<TableEntity>("p", "r", ["RowKey", "B"]);
        TableEntity listed = Assert.Single(table.Query<TableEntity>(select: ["B"]));

        Assert.Equal(("r", 2), (one.RowKey, one.GetInt32("B")));
        Assert.DoesNotContain("A", one.Keys);
        Assert.Equal(2, listed.GetInt32("B"));
        Assert.DoesNotContain("A", listed.Keys);
    }

    [Fact]
    public async Task Pages_go_on_beyond_a_thousand_rows()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        const int Rows = 1_250;
        foreach (int[] batch in Enumerable.Range(0, Rows).Chunk(100))
        {
            await table.SubmitTransactionAsync(batch.Select(number => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("it's é", $"{number:00000}") { ["Number"] = number })));
        }

        List<TableEntity> all = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(Enumerable.Range(0, Rows), all.Select(row => row.GetInt32("Number")!.Value));

        List<Page<TableEntity>> pages = await table.QueryAsync<TableEntity>(maxPerPage: 500).AsPages().ToListAsync();
        Assert.Equal([500, 500, 250], pages.Select(page => page.Values.Count));
        Assert.Null(pages[^1].ContinuationToken);

        // A token taken from one query continues another.
        List<TableEntity> rest = [];
        await foreach (Page<TableEntity> page in
            table.QueryAsync<TableEntity>().AsPages(pages[0].ContinuationToken, pageSizeHint: 400))
        {
            Assert.True(page.Values.Count <= 400);
            rest.AddRange(page.Values);
        }

        Assert.Equal(Enumerable.Range(500, 750), rest.Select(row => row.GetInt32("Number")!.Value));
        Assert.Equal(Rows, table.Query<TableEntity>().Count());
    }

    [Fact]
    public async Task A_cancelled_query_stops()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).ToListAsync());
    }

    [Fact]
    public void Predicates_become_filters()
    {
        DateTimeOffset time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        int? number = 4;

        Assert.Equal(
            "(PartitionKey eq 'it''s') and ((Whole gt 3) or (not (Flag eq true)))",
            TableClient.CreateQueryFilter<EntityValueTests.Row>(row =>
                row.PartitionKey == "it's" && (row.Whole > 3 || !row.Flag)));
        Assert.Equal(
            "(Big le 5L) and (Time ge datetime'2026-01-02T03:04:05Z')",
            TableClient.CreateQueryFilter<EntityValueTests.Row>(row => row.Big <= 5 && row.Time >= time));
        Assert.Equal(
            "other_name eq 'x'",
            TableClient.CreateQueryFilter<EntityValueTests.Row>(row => row.Renamed == "x"));
        Assert.Equal(
            "MaybeInt eq 4", TableClient.CreateQueryFilter<EntityValueTests.Row>(row => row.MaybeInt == number));
        Assert.Null(TableClient.CreateQueryFilter<EntityValueTests.Row>(row => true));
        Assert.Throws<NotSupportedException>(() =>
            TableClient.CreateQueryFilter<EntityValueTests.Row>(row => row.Text!.StartsWith('x')));
        Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"A eq {new object()}"));
    }
}
