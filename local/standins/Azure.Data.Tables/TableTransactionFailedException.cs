using System.Globalization;

namespace Azure.Data.Tables;

/// <summary>No step of the transaction was done, because one failed.</summary>
public class TableTransactionFailedException : RequestFailedException
{
    public TableTransactionFailedException(RequestFailedException requestFailedException)
        : base(
            requestFailedException.Status,
            requestFailedException.Message,
            requestFailedException.ErrorCode,
            requestFailedException.InnerException)
    {
        foreach (object key in requestFailedException.Data.Keys)
        {
            Data.Add(key, requestFailedException.Data[key]);
        }

        if (int.TryParse(Data[TableErrorParser.FailedEntity] as string, CultureInfo.InvariantCulture, out int index))
        {
            FailedTransactionActionIndex = index;
        }
    }

    /// <summary>The place, from 0, of the step that failed, where the service says so.</summary>
    public int? FailedTransactionActionIndex { get; }
}
