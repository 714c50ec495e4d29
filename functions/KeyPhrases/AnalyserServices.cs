using Azure;
using Azure.AI.TextAnalytics;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.KeyPhrases;

public static class AnalyserServices
{
    /// <summary>Adds the <see cref="IAnalyser"/> that the configuration names: <c>AzureLanguage:Endpoint</c> and
    /// <c>AzureLanguage:Key</c>, or the embedded engine.</summary>
    public static IServiceCollection AddAnalyser(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddSingleton(Create(configuration
            .GetSection(AnalyserOptions.Section).Get<AnalyserOptions>() ?? new()));
    }

    public static IAnalyser Create(AnalyserOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options switch
        {
            { Endpoint: null } => new EmbeddedAnalyser(),
            { Key: { Length: > 0 } key } => new AzureLanguageAnalyser(new TextAnalyticsClient(options.Endpoint,
                new AzureKeyCredential(key))),
            _ => new AzureLanguageAnalyser(new TextAnalyticsClient(options.Endpoint, new DefaultAzureCredential())),
        };
    }
}
