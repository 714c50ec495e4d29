using System.Security.Cryptography;
using System.Text;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>A transaction on the wire: a multipart body with one change set, whose parts are HTTP requests.</summary>
internal static class TableBatch
{
    public static HttpMessage Request(TableRest rest, string table, IEnumerable<TableTransactionAction> actions)
    {
        ArgumentNullException.ThrowIfNull(actions);
        string batch = $"batch_{Boundary()}";
        string changeSet = $"changeset_{Boundary()}";
        using MemoryStream body = new();
        Write(body, $"--{batch}\r\nContent-Type: multipart/mixed; boundary={changeSet}\r\n\r\n");
        bool any = false;
        foreach (TableTransactionAction action in actions)
        {
            any = true;
            using HttpMessage step = Step(rest, table, action);
            Write(body, $"--{changeSet}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
            WriteRequest(body, step.Request);
        }

        if (!any)
        {
            throw new InvalidOperationException("Transaction must contain at least one operation.");
        }

        Write(body, $"--{changeSet}--\r\n\r\n--{batch}--\r\n");
        return rest.Batch(batch, new BinaryData(body.ToArray()));
    }

    private static HttpMessage Step(TableRest rest, string table, TableTransactionAction action)
    {
        ITableEntity entity = action.Entity;
        return action.ActionType switch
        {
            TableTransactionActionType.Add => rest.Insert(table, entity),
            TableTransactionActionType.UpdateMerge => rest.Update(table, entity, TableUpdateMode.Merge, action.ETag),
            TableTransactionActionType.UpdateReplace => rest.Update(table, entity, TableUpdateMode.Replace, action.ETag),
            TableTransactionActionType.UpsertMerge => rest.Update(table, entity, TableUpdateMode.Merge, default),
            TableTransactionActionType.UpsertReplace => rest.Update(table, entity, TableUpdateMode.Replace, default),
            TableTransactionActionType.Delete => rest.Delete(table, entity.PartitionKey, entity.RowKey, action.ETag),
            _ => throw new InvalidOperationException("Unknown request type."),
        };
    }

    private static void WriteRequest(Stream body, Request request)
    {
        Write(body, $"{request.Method.Method} {request.Uri.ToUri().AbsoluteUri} HTTP/1.1\r\n");
        foreach (HttpHeader header in request.Headers)
        {
            Write(body, $"{header.Name}: {header.Value}\r\n");
        }

        Write(body, "\r\n");
        request.Content?.WriteTo(body, CancellationToken.None);
        Write(body, "\r\n");
    }

    private static void Write(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    private static string Boundary() => new Guid(RandomNumberGenerator.GetBytes(16)).ToString();
}
