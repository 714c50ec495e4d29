using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder) => throw FunctionsApplicationBuilder.NotHere();

    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder, Action<IFunctionsWorkerApplicationBuilder> configureWorker) =>
        throw FunctionsApplicationBuilder.NotHere();

    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(
        this FunctionsApplicationBuilder builder,
        Action<HostBuilderContext, IFunctionsWorkerApplicationBuilder> configureWorker) =>
        throw FunctionsApplicationBuilder.NotHere();
}
