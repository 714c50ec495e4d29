using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The service's version, and what every client has: retries, transport, diagnostics.</summary>
public class TableClientOptions : ClientOptions
{
    public TableClientOptions(ServiceVersion serviceVersion = ServiceVersion.V2020_12_06)
    {
        VersionString = serviceVersion switch
        {
            ServiceVersion.V2019_02_02 => "2019-02-02",
            ServiceVersion.V2020_12_06 => "2020-12-06",
            _ => throw new ArgumentOutOfRangeException(nameof(serviceVersion)),
        };
        foreach (string name in (string[])["$format", "$filter", "$top", "$select"])
        {
            Diagnostics.LoggedQueryParameters.Add(name);
        }
    }

    public enum ServiceVersion
    {
        V2019_02_02 = 1,
        V2020_12_06 = 2,
    }

    internal string VersionString { get; }
}
