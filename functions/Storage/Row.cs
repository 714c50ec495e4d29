using Azure;
using Azure.Data.Tables;

namespace Intake.Storage;

/// <summary>What every row of a table has.</summary>
public abstract class Row : ITableEntity
{
    public string PartitionKey { get; set; } = "";

    public string RowKey { get; set; } = "";

    public DateTimeOffset? Timestamp { get; set; }

    public ETag ETag { get; set; }
}
