namespace Azure.Data.Tables;

/// <summary>Where the Table service is and how to sign for it, read from a storage connection string.</summary>
internal sealed record TableConnectionString(Uri Endpoint, TableSharedKeyCredential Credential)
{
    private const string EmulatorAccount = "devstoreaccount1";

    /// <summary>The emulator's key, the same for everyone and published in its documentation.</summary>
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int EmulatorPort = 10002;

    public static TableConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        Dictionary<string, string> settings = Split(connectionString);
        if (settings.GetValueOrDefault("UseDevelopmentStorage") == "true")
        {
            Uri proxy = new(settings.GetValueOrDefault("DevelopmentStorageProxyUri", "http://127.0.0.1"));
            return new TableConnectionString(
                new UriBuilder(proxy.Scheme, proxy.Host, EmulatorPort, EmulatorAccount).Uri,
                new TableSharedKeyCredential(EmulatorAccount, EmulatorKey));
        }

        if (settings.GetValueOrDefault("AccountName") is not { } account ||
            settings.GetValueOrDefault("AccountKey") is not { } key)
        {
            throw new FormatException("No valid combination of account information found.");
        }

        string endpoint = settings.GetValueOrDefault("TableEndpoint") ??
            $"{settings.GetValueOrDefault("DefaultEndpointsProtocol", "https")}://{account}.table." +
            settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new TableConnectionString(new Uri(endpoint), new TableSharedKeyCredential(account, key));
    }

    /// <summary>Names and values may not be empty; a value may contain '=' (keys end in it).</summary>
    private static Dictionary<string, string> Split(string connectionString)
    {
        Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase);
        foreach (string segment in connectionString.TrimEnd().TrimEnd(';').Split(';'))
        {
            int equals = segment.IndexOf('=', StringComparison.Ordinal);
            string name = equals > 0 ? segment[..equals].Trim() : string.Empty;
            string value = segment[(equals + 1)..].Trim();
            if (name.Length == 0 || value.Length == 0 || !settings.TryAdd(name, value))
            {
                throw new InvalidOperationException(
                    "Connection string doesn't have the form name=value;name=value, each name once.");
            }
        }

        return settings;
    }
}
