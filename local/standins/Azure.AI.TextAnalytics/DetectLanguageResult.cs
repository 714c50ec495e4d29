using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>The language a document is written in.</summary>
public readonly struct DetectedLanguage
{
    internal DetectedLanguage(
        string name, string iso6391Name, double confidenceScore, IReadOnlyCollection<TextAnalyticsWarning> warnings)
    {
        Name = name;
        Iso6391Name = iso6391Name;
        ConfidenceScore = confidenceScore;
        Warnings = warnings;
    }

    /// <summary>From 0 to 1.</summary>
    public double ConfidenceScore { get; }

    public string Iso6391Name { get; }

    public string Name { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>The language of one document of a batch, or why it is not known.</summary>
public class DetectLanguageResult : TextAnalyticsResult
{
    private readonly DetectedLanguage _primaryLanguage;

    internal DetectLanguageResult(string id, TextDocumentStatistics statistics, DetectedLanguage primaryLanguage)
        : base(id, statistics)
    {
        _primaryLanguage = primaryLanguage;
    }

    internal DetectLanguageResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    public DetectedLanguage PrimaryLanguage => Checked(_primaryLanguage);
}

/// <summary>The languages of a batch's documents, in the order they were sent.</summary>
public class DetectLanguageResultCollection : ReadOnlyCollection<DetectLanguageResult>
{
    internal DetectLanguageResultCollection(
        IList<DetectLanguageResult> results, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(results)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    public string ModelVersion { get; }

    public TextDocumentBatchStatistics Statistics { get; }
}
