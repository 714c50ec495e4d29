using Intake.Local.Processes;
using Intake.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Local.CommandLine;

/// <summary>Intake's classes over the storage of the host that runs, or over its data when none does.</summary>
internal sealed class StorageServices : IAsyncDisposable
{
    private readonly LocalStorage _storage;
    private readonly ServiceProvider _services;

    private StorageServices(LocalStorage storage, ServiceProvider services) => (_storage, _services) = (storage, services);

    /// <summary>For the verbs that use this.</summary>
    public static IReadOnlyList<Option> Options { get; } = [RunOptions.DataOption, RunOptions.StorageOption, new("--help", null, "this")];

    public static async Task<StorageServices> OpenAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var settings = LocalSettings.Load();
        var storage = await LocalStorage.OpenAsync(
            arguments.Value("--storage") ?? settings["AzureWebJobsStorage"],
            RunOptions.DataFolderOf(arguments, settings),
            join: true,
            Console.Error.WriteLine,
            cancellationToken);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Values)
            .AddEnvironmentVariables()
            .AddInMemoryCollection([new("AzureWebJobsStorage", storage.ConnectionString)])
            .Build();
        var opened = new StorageServices(storage, new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddIntake(configuration)
            .BuildServiceProvider());
        try
        {
            // A data folder may be new.
            await new StorageSetup(opened.Get<StorageClients>()).StartAsync(cancellationToken);
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _storage.DisposeAsync();
    }
}
