namespace Azure.AI.TextAnalytics;

/// <summary>How a batch is analysed.</summary>
public class TextAnalyticsRequestOptions
{
    public bool? DisableServiceLogs { get; set; }

    public bool IncludeStatistics { get; set; }

    public string ModelVersion { get; set; }
}

/// <summary>Which personal data is looked for.</summary>
public class RecognizePiiEntitiesOptions : TextAnalyticsRequestOptions
{
    public IList<PiiEntityCategory> CategoriesFilter { get; } = new List<PiiEntityCategory>();

    public PiiEntityDomain DomainFilter { get; set; }
}

/// <summary>Personal data of any kind, or of health.</summary>
public enum PiiEntityDomain
{
    None = 0,
    ProtectedHealthInformation = 1,
}
