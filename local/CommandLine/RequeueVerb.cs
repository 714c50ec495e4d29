using Intake.Local.Processes;
using Intake.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Local.CommandLine;

/// <summary>Sends round again what failed.</summary>
internal sealed class RequeueVerb : IVerb
{
    public string Name => "requeue";

    public string Summary => "Sends round again what failed: the poison queues, and contributions whose handling never ended.";

    public IReadOnlyList<Option> Options { get; } = [RunOptions.DataOption, RunOptions.StorageOption, new("--help", null, "this")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var settings = LocalSettings.Load();
        await using var storage = await LocalStorage.OpenAsync(
            arguments.Value("--storage") ?? settings["AzureWebJobsStorage"],
            RunOptions.DataFolderOf(arguments, settings),
            join: true,
            Console.WriteLine,
            cancellationToken);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Values)
            .AddEnvironmentVariables()
            .AddInMemoryCollection([new("AzureWebJobsStorage", storage.ConnectionString)])
            .Build();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging()
            .AddIntake(configuration)
            .BuildServiceProvider();
        var moved = await services.GetRequiredService<Requeuer>().RunAsync(cancellationToken);
        foreach (var (queue, count) in moved)
            Console.WriteLine($"  {queue,-10} {count}");
        Console.WriteLine(moved.Values.Sum() == 0 ? "Nothing had failed." : $"{moved.Values.Sum()} sent round again.");
        return 0;
    }
}
