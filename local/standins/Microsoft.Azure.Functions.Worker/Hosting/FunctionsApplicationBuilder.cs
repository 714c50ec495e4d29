using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>The builder of a worker process. There is no worker here, so all it can do is to say so.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    internal FunctionsApplicationBuilder(string[]? args)
    {
        _ = args;
        throw NotHere();
    }

    public IDictionary<object, object> Properties => throw NotHere();

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    public ConfigurationManager Configuration => throw NotHere();

    public IHostEnvironment Environment => throw NotHere();

    public ILoggingBuilder Logging => throw NotHere();

    public IMetricsBuilder Metrics => throw NotHere();

    public IServiceCollection Services => throw NotHere();

    public IHost Build() => throw NotHere();

    public void ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => throw NotHere();

    public IFunctionsWorkerApplicationBuilder Use(
        Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware) => throw NotHere();

    internal static PlatformNotSupportedException NotHere() => new(
        "This build has a stand-in for Microsoft.Azure.Functions.Worker, which cannot run as a worker process. "
        + "Run the app with: dotnet run --project local");
}
