namespace Azure.Data.Tables;

/// <summary>
/// Where the next page of a query begins: the service's two headers, which it has encoded so that neither holds a
/// space, joined by one. The second may be missing.
/// </summary>
internal static class EntityContinuation
{
    public static string Of(Response response)
    {
        response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out string partition);
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out string row);
        return partition is null && row is null ? null : $"{partition} {row}";
    }

    public static (string Partition, string Row) Parse(string token)
    {
        if (token is null || token.Length <= 1)
        {
            return (null, null);
        }

        string[] keys = token.Split(' ', 2);
        return (keys[0], keys.Length > 1 && keys[1].Length > 0 ? keys[1] : null);
    }
}
