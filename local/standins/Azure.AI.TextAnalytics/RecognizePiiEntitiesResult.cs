using System.Collections.ObjectModel;

namespace Azure.AI.TextAnalytics;

/// <summary>A piece of personal data in a document.</summary>
public readonly struct PiiEntity
{
    internal PiiEntity(
        string text, string category, string subCategory, double confidenceScore, int offset, int length)
    {
        Text = text;
        Category = category;
        SubCategory = subCategory;
        ConfidenceScore = confidenceScore;
        Offset = offset;
        Length = length;
    }

    public PiiEntityCategory Category { get; }

    /// <summary>From 0 to 1.</summary>
    public double ConfidenceScore { get; }

    /// <summary>In UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>In UTF-16 units from the document's start.</summary>
    public int Offset { get; }

    public string SubCategory { get; }

    public string Text { get; }
}

/// <summary>A document's personal data, and its text with that masked.</summary>
public class PiiEntityCollection : ReadOnlyCollection<PiiEntity>
{
    internal PiiEntityCollection(
        IList<PiiEntity> entities, string redactedText, IReadOnlyCollection<TextAnalyticsWarning> warnings)
        : base(entities)
    {
        RedactedText = redactedText;
        Warnings = warnings;
    }

    public string RedactedText { get; }

    public IReadOnlyCollection<TextAnalyticsWarning> Warnings { get; }
}

/// <summary>The personal data of one document of a batch, or why it is not known.</summary>
public class RecognizePiiEntitiesResult : TextAnalyticsResult
{
    private readonly PiiEntityCollection _entities;

    internal RecognizePiiEntitiesResult(string id, TextDocumentStatistics statistics, PiiEntityCollection entities)
        : base(id, statistics)
    {
        _entities = entities;
    }

    internal RecognizePiiEntitiesResult(string id, TextAnalyticsError error)
        : base(id, error)
    {
    }

    public PiiEntityCollection Entities => Checked(_entities);
}

/// <summary>The personal data of a batch's documents, in the order they were sent.</summary>
public class RecognizePiiEntitiesResultCollection : ReadOnlyCollection<RecognizePiiEntitiesResult>
{
    internal RecognizePiiEntitiesResultCollection(
        IList<RecognizePiiEntitiesResult> results, TextDocumentBatchStatistics statistics, string modelVersion)
        : base(results)
    {
        Statistics = statistics;
        ModelVersion = modelVersion;
    }

    public string ModelVersion { get; }

    public TextDocumentBatchStatistics Statistics { get; }
}
