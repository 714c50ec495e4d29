namespace Azure.AI.TextAnalytics;

/// <summary>What the service says of one document: a result or an error.</summary>
public class TextAnalyticsResult
{
    internal TextAnalyticsResult(string id, TextDocumentStatistics statistics)
    {
        Id = id;
        Statistics = statistics;
    }

    internal TextAnalyticsResult(string id, TextAnalyticsError error)
    {
        Id = id;
        Error = error;
        HasError = true;
    }

    public TextAnalyticsError Error { get; }

    public bool HasError { get; }

    public string Id { get; }

    /// <summary>Only where they were asked for.</summary>
    public TextDocumentStatistics Statistics { get; }

    /// <summary>A document with an error has no result to look at.</summary>
    internal T Checked<T>(T result) => !HasError
        ? result
        : throw new InvalidOperationException(
            $"Cannot access result for document {Id}, due to error {Error.ErrorCode}: {Error.Message}");
}

/// <summary>The size of a document as the service counts it.</summary>
public readonly struct TextDocumentStatistics
{
    internal TextDocumentStatistics(int characterCount, int transactionCount)
    {
        CharacterCount = characterCount;
        TransactionCount = transactionCount;
    }

    public int CharacterCount { get; }

    public int TransactionCount { get; }
}

/// <summary>The size of a batch as the service counts it.</summary>
public class TextDocumentBatchStatistics
{
    internal TextDocumentBatchStatistics(int documents, int valid, int invalid, long transactions)
    {
        DocumentCount = documents;
        ValidDocumentCount = valid;
        InvalidDocumentCount = invalid;
        TransactionCount = transactions;
    }

    public int DocumentCount { get; }

    public int InvalidDocumentCount { get; }

    public long TransactionCount { get; }

    public int ValidDocumentCount { get; }
}
