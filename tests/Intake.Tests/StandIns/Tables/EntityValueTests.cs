using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace Intake.Tests.StandIns.Tables;

/// <summary>Values of every type go into a table and come back as they were.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class EntityValueTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset Time = new(2026, 2, 28, 23, 59, 58, 123, TimeSpan.FromHours(5));

    [Fact]
    public async Task A_dictionary_keeps_every_type()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        Guid id = new("0f8fad5b-d9cb-469f-a165-70867728950e");
        TableEntity sent = new("p", "r")
        {
            ["Text"] = "quote ' tab \t newline \n 日本語 العربية 😀",
            ["Empty"] = string.Empty,
            ["True"] = true,
            ["Whole"] = int.MinValue,
            ["Big"] = long.MaxValue,
            ["SmallLong"] = 7L,
            ["Real"] = -0.1,
            ["WholeDouble"] = 3.0,
            ["HugeDouble"] = 1e300,
            ["Guid"] = id,
            ["Time"] = Time,
            ["Utc"] = Time.UtcDateTime,
            ["Bytes"] = new byte[] { 0, 255, 1 },
            ["Data"] = BinaryData.FromString("data"),
            ["Nothing"] = null,
        };

        await table.AddEntityAsync(sent);
        TableEntity got = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(sent.GetString("Text"), got.GetString("Text"));
        Assert.Equal(string.Empty, got["Empty"]);
        Assert.Equal(true, got["True"]);
        Assert.Equal(int.MinValue, got["Whole"]);
        Assert.Equal(long.MaxValue, got["Big"]);
        Assert.Equal(7L, got["SmallLong"]);
        Assert.Equal(-0.1, got["Real"]);
        Assert.Equal(3.0, got["WholeDouble"]);
        Assert.Equal(1e300, got["HugeDouble"]);
        Assert.Equal(id, got["Guid"]);
        Assert.Equal(Time.ToUniversalTime(), got["Time"]);
        Assert.Equal(Time.UtcDateTime, got.GetDateTime("Utc"));
        Assert.Equal([0, 255, 1], got.GetBinary("Bytes"));
        Assert.Equal("data", got.GetBinaryData("Data").ToString());
        Assert.False(got.ContainsKey("Nothing"));
        Assert.Equal(("p", "r"), (got.PartitionKey, got.RowKey));
        Assert.NotEqual(default, got.ETag);
        Assert.NotNull(got.Timestamp);
    }

    [Fact]
    public async Task A_class_keeps_every_type()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        Row sent = new()
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "Übergrößenträger",
            Flag = true,
            Whole = 42,
            Big = 1L << 40,
            Real = 2.0,
            Id = new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"),
            Time = Time,
            Utc = Time.UtcDateTime,
            Bytes = [1, 2, 3],
            Data = BinaryData.FromString("data"),
            Kind = Kind.Second,
            MaybeInt = 1,
            MaybeLong = 2,
            MaybeDouble = 3,
            MaybeFlag = false,
            MaybeId = Guid.Empty,
            MaybeTime = Time,
            MaybeUtc = Time.UtcDateTime,
            MaybeKind = Kind.First,
            Renamed = "renamed",
            Ignored = "ignored",
        };

        await table.AddEntityAsync(sent);
        Row got = await table.GetEntityAsync<Row>("p", "r");

        Assert.Equal(
            (sent.Text, sent.Flag, sent.Whole, sent.Big, sent.Real, sent.Id, sent.Time, sent.Utc, sent.Kind),
            (got.Text, got.Flag, got.Whole, got.Big, got.Real, got.Id, got.Time, got.Utc, got.Kind));
        Assert.Equal(sent.Bytes, got.Bytes);
        Assert.Equal("data", got.Data!.ToString());
        Assert.Equal(
            (sent.MaybeInt, sent.MaybeLong, sent.MaybeDouble, sent.MaybeFlag, sent.MaybeId, sent.MaybeKind),
            (got.MaybeInt, got.MaybeLong, got.MaybeDouble, got.MaybeFlag, got.MaybeId, got.MaybeKind));
        Assert.Equal((sent.MaybeTime, sent.MaybeUtc), (got.MaybeTime, got.MaybeUtc));
        Assert.Equal(DateTimeKind.Utc, got.Utc.Kind);
        Assert.Equal("renamed", got.Renamed);
        Assert.Null(got.Ignored);
        Assert.NotEqual(default, got.ETag);
        Assert.NotNull(got.Timestamp);
    }

    [Fact]
    public async Task The_table_holds_a_class_by_the_names_and_types_of_the_service()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new Row { PartitionKey = "p", RowKey = "r", Renamed = "x", Kind = Kind.Second, Big = 5 });

        TableEntity got = await table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal("x", got["other_name"]);
        Assert.Equal("Second", got["Kind"]);
        Assert.Equal(5L, got["Big"]);
        Assert.Equal("p/r", got[nameof(Row.Both)]);
        Assert.DoesNotContain(nameof(Row.Ignored), got.Keys);
        Assert.DoesNotContain(nameof(Row.MaybeInt), got.Keys);
        Assert.DoesNotContain(nameof(Row.Text), got.Keys);
    }

    [Fact]
    public async Task A_class_may_implement_the_entity_interface_explicitly()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);
        await table.AddEntityAsync(new Hidden("p", "r") { Text = "x" });

        Hidden got = await table.GetEntityAsync<Hidden>("p", "r");

        Assert.Equal(("p", "r", "x"), (((ITableEntity)got).PartitionKey, ((ITableEntity)got).RowKey, got.Text));
        Assert.NotEqual(default, ((ITableEntity)got).ETag);
    }

    [Fact]
    public async Task What_the_service_has_no_type_for_is_refused_before_it_is_sent()
    {
        TableClient table = await TestTable.CreateAsync(azurite.ConnectionString);

        await Assert.ThrowsAsync<NotSupportedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "list") { ["List"] = new List<string>() }));
        await Assert.ThrowsAsync<NotSupportedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "enum") { ["Kind"] = Kind.First }));
        await Assert.ThrowsAsync<NotSupportedException>(() =>
            table.AddEntityAsync(new TableEntity("p", "local") { ["Time"] = new DateTime(2026, 1, 1) }));
        Assert.Empty(table.Query<TableEntity>());
    }

    [Fact]
    public void A_dictionary_refuses_to_read_a_property_as_another_type()
    {
        TableEntity entity = new("p", "r") { ["Whole"] = 1, ["Big"] = 1L };

        Assert.Throws<InvalidOperationException>(() => entity.GetString("Whole"));
        Assert.Null(entity.GetString("Missing"));
        entity["Big"] = 2;
        Assert.Equal(2L, entity.GetInt64("Big"));
    }

    public enum Kind
    {
        First,
        Second,
    }

    public sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = string.Empty;

        public string RowKey { get; set; } = string.Empty;

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Text { get; set; }

        public bool Flag { get; set; }

        public int Whole { get; set; }

        public long Big { get; set; }

        public double Real { get; set; }

        public Guid Id { get; set; }

        public DateTimeOffset Time { get; set; } = DateTimeOffset.UnixEpoch;

        public DateTime Utc { get; set; } = DateTime.UnixEpoch;

        public byte[]? Bytes { get; set; }

        public BinaryData? Data { get; set; }

        public Kind Kind { get; set; }

        public int? MaybeInt { get; set; }

        public long? MaybeLong { get; set; }

        public double? MaybeDouble { get; set; }

        public bool? MaybeFlag { get; set; }

        public Guid? MaybeId { get; set; }

        public DateTimeOffset? MaybeTime { get; set; }

        public DateTime? MaybeUtc { get; set; }

        public Kind? MaybeKind { get; set; }

        [DataMember(Name = "other_name")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public string? Ignored { get; set; }

        public string Both => $"{PartitionKey}/{RowKey}";
    }

    public sealed class Hidden : ITableEntity
    {
        private string? _partition;
        private string? _row;
        private ETag _etag;

        public Hidden()
        {
        }

        public Hidden(string partition, string row)
        {
            (_partition, _row) = (partition, row);
        }

        public string? Text { get; set; }

        string ITableEntity.PartitionKey { get => _partition!; set => _partition = value; }

        string ITableEntity.RowKey { get => _row!; set => _row = value; }

        DateTimeOffset? ITableEntity.Timestamp { get; set; }

        ETag ITableEntity.ETag { get => _etag; set => _etag = value; }
    }
}
