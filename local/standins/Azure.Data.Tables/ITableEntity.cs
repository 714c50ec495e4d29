namespace Azure.Data.Tables;

/// <summary>What every row has.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>Set by the service; never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>Set by the service; sent only as a condition, never as a property.</summary>
    ETag ETag { get; set; }
}
