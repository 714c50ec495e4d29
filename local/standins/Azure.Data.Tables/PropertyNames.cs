namespace Azure.Data.Tables;

/// <summary>The names the service gives to what every row has.</summary>
internal static class PropertyNames
{
    public const string PartitionKey = nameof(ITableEntity.PartitionKey);
    public const string RowKey = nameof(ITableEntity.RowKey);
    public const string Timestamp = nameof(ITableEntity.Timestamp);
    public const string ODataETag = "odata.etag";
    public const string ODataMetadata = "odata.metadata";
    public const string ODataType = "@odata.type";
}
