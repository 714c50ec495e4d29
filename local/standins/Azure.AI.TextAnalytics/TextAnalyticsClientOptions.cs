using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>The service's version, what is sent where a call says nothing, and what every client has.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01)
    {
        VersionString = version switch
        {
            ServiceVersion.V2022_05_01 => "2022-05-01",
            ServiceVersion.V2023_04_01 => "2023-04-01",
            ServiceVersion.V3_0 or ServiceVersion.V3_1 =>
                throw new NotSupportedException($"The stand-in does not speak version {version}."),
            _ => throw new ArgumentOutOfRangeException(nameof(version)),
        };
    }

    public enum ServiceVersion
    {
        V3_0 = 1,
        V3_1 = 2,
        V2022_05_01 = 3,
        V2023_04_01 = 4,
    }

    public string DefaultCountryHint { get; set; } = "us";

    public string DefaultLanguage { get; set; } = "en";

    internal string VersionString { get; }
}
