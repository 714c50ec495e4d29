using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>A document's key phrases.</summary>
public class KeyPhraseCollection : ReadOnlyCollection<string>
{
    internal KeyPhraseCollection(IList<string> keyPhrases, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(keyPhrases)
    {
        Warnings = warnings;
    }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>The key phrases of one document of a batch, or why there are none.</summary>
public class ExtractKeyPhrasesResult : TextAnalyticsResult
{
    private readonly KeyPhraseCollection _keyPhrases;

    internal ExtractKeyPhrasesResult(string id, TextDocumentStatistics statistics, KeyPhraseCollection keyPhrases)
        : base(id, statistics)
    {
        _keyPhrases = keyPhrases;
    }

    internal ExtractKeyPhrasesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    public KeyPhraseCollection KeyPhrases => Checked(_keyPhrases);
}

/// <summary>The key phrases of a batch's documents, in the order they were sent.</summary>
public class ExtractKeyPhrasesResultCollection : ReadOnlyCollection<ExtractKeyPhrasesResult>
{
    internal ExtractKeyPhrasesResultCollection(
        IList<ExtractKeyPhrasesResult> results, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(results)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    public string ModelVersion { get; }

    public TextDocumentBatchStatistics Statistics { get; }
}
