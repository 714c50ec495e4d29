using System.Diagnostics;

namespace Intake.Local.Processes;

/// <summary>
/// The storage account of this machine: one that is configured, or Azurite with its data in a folder. A folder has one
/// Azurite at most; other commands join the one that runs.
/// </summary>
public sealed class LocalStorage : IAsyncDisposable
{
    private const string Emulator = "UseDevelopmentStorage=true";

    /// <summary>tether.cjs ends it after five seconds. Another program may have got its number by then.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private readonly Azurite? _azurite;
    private readonly FileLock? _folder;

    private LocalStorage(string connectionString, Azurite? azurite = null, FileLock? folder = null)
    {
        ConnectionString = connectionString;
        _azurite = azurite;
        _folder = folder;
    }

    public string ConnectionString { get; }

    /// <summary>Ends when an Azurite of this process ends by itself; otherwise never.</summary>
    public Task Lost => _azurite?.Exited ?? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, CancellationToken.None);

    /// <param name="configured">The setting AzureWebJobsStorage: a connection string, or the emulator.</param>
    /// <param name="dataFolder">For Azurite's data.</param>
    /// <param name="join">Whether an Azurite that another process runs on the folder will do.</param>
    /// <param name="log">Is given a line for each step that takes time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostStartException">Another process uses the folder, or Azurite cannot start.</exception>
    public static async Task<LocalStorage> OpenAsync(
        string? configured, string dataFolder, bool join, Action<string> log, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrEmpty(configured) && configured.TrimEnd(';') != Emulator)
        {
            return new LocalStorage(configured);
        }

        // Who runs Azurite says here how to reach it.
        var address = Path.Combine(dataFolder, "storage.connection");
        if (FileLock.TryTake(Path.Combine(dataFolder, "lock")) is not { } folder)
        {
            return join && File.Exists(address)
                ? new LocalStorage(await File.ReadAllTextAsync(address, cancellationToken))
                : throw new HostStartException(
                    $"Another Intake host uses the folder {dataFolder}. Stop it, or choose a folder with --data DIR.");
        }

        try
        {
            File.Delete(address);
            var process = Path.Combine(dataFolder, "azurite.pid");
            await PredecessorEndedAsync(process, cancellationToken);
            var azurite = await Azurite.StartAsync(
                new AzuriteOptions { DataFolder = Path.Combine(dataFolder, "azurite"), UsualPorts = true, Log = log },
                cancellationToken);
            await File.WriteAllTextAsync(process, $"{azurite.ProcessId}", cancellationToken);
            await File.WriteAllTextAsync(address, azurite.ConnectionString, cancellationToken);
            return new LocalStorage(azurite.ConnectionString, azurite, folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _folder?.Dispose();
    }

    /// <summary>An Azurite whose host was killed writes its data before it ends, and is waited for.</summary>
    private static async Task PredecessorEndedAsync(string processFile, CancellationToken cancellationToken)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (File.Exists(processFile)
            && int.TryParse(await File.ReadAllTextAsync(processFile, cancellationToken), out var id)
            && IsNode(id)
            && TimeProvider.System.GetElapsedTime(begun) < LongestEnd)
        {
            await Task.Delay(PollInterval, TimeProvider.System, cancellationToken);
        }
    }

    private static bool IsNode(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.ProcessName == "node";
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // There is no such process, or no longer.
            return false;
        }
    }
}
