namespace Intake.KeyPhrases;

/// <summary>Which engine finds languages and key phrases: section <c>AzureLanguage</c> of the configuration.</summary>
public sealed record AnalyserOptions
{
    public const string Section = "AzureLanguage";

    /// <summary>Of an Azure AI Language resource. Not set: the embedded engine.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>The resource's key. Not set: the app's identity (<c>DefaultAzureCredential</c>).</summary>
    public string? Key { get; init; }
}
