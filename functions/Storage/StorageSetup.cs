using Microsoft.Extensions.Hosting;

namespace Intake.Storage;

/// <summary>Creates tables, queues and containers once, when the app starts.</summary>
public sealed class StorageSetup(StorageClients storage) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
    [
        .. Containers.All.Select(name => (Task)storage.Container(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Queues.All.Select(name => (Task)storage.Queue(name).CreateIfNotExistsAsync(cancellationToken: cancellationToken)),
        .. Tables.All.Select(name => (Task)storage.Table(name).CreateIfNotExistsAsync(cancellationToken)),
    ]);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
