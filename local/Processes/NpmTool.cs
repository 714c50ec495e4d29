using System.ComponentModel;
using System.Diagnostics;

namespace Intake.Local.Processes;

/// <summary>A command from npm, fetched into the user's cache at first use.</summary>
/// <param name="Name">The package.</param>
/// <param name="Version">Its exact version.</param>
/// <param name="Script">The script to run, inside the package.</param>
internal sealed record NpmTool(string Name, string Version, string Script)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10);

    /// <summary>The newest that runs on Node 20.</summary>
    public static NpmTool Azurite { get; } = new("azurite", "3.35.0", "dist/src/azurite.js");

    public static NpmTool MailDev { get; } = new("maildev", "2.2.1", "bin/maildev");

    /// <summary>The full path of the tool's script, which is there when this returns.</summary>
    public async Task<string> EnsureAsync(Action<string> log, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(UserCache(), $"{Name}-{Version}");
        var script = Path.Combine(folder, "node_modules", Name, Script.Replace('/', Path.DirectorySeparatorChar));

        // npm fills the folder file by file; the mark is written last.
        var installed = Path.Combine(folder, "installed");
        if (File.Exists(installed))
        {
            return script;
        }

        using var installing = await FileLock.TakeAsync(folder + ".lock", cancellationToken);
        if (!File.Exists(installed))
        {
            await InstallAsync(folder, log, cancellationToken);
            await File.WriteAllTextAsync(installed, Version, cancellationToken);
        }

        return script;
    }

    private static string UserCache()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache))
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            cache = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : home.Length > 0 ? Path.Combine(home, ".cache") : Path.GetTempPath();
        }

        return Path.Combine(cache, "intake", "tools");
    }

    private async Task InstallAsync(string folder, Action<string> log, CancellationToken cancellationToken)
    {
        log($"Fetching {Name} {Version} from npm (first use only) ...");
        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            ArgumentList =
            {
                "install", "--prefix", folder, "--no-audit", "--no-fund", "--no-progress", "--loglevel", "error",
                $"{Name}@{Version}",
            },
        };

        try
        {
            using var npm = Process.Start(start)!;
            var output = Task.WhenAll(
                npm.StandardOutput.ReadToEndAsync(cancellationToken),
                npm.StandardError.ReadToEndAsync(cancellationToken));
            var begun = TimeProvider.System.GetTimestamp();
            await WaitAsync(npm, begun, log, cancellationToken);
            if (npm.ExitCode != 0)
            {
                var said = string.Join(Environment.NewLine, await output).Trim();
                throw new HostStartException($"npm could not install {Name}@{Version}:{Environment.NewLine}{said}");
            }

            log($"Fetched {Name} in {TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s.");
        }
        catch (Win32Exception exception)
        {
            throw new HostStartException(
                $"Node.js 20 or later with npm is needed to fetch {Name}, and 'npm' was not found on the PATH.",
                exception);
        }
    }

    private async Task WaitAsync(Process npm, long begun, Action<string> log, CancellationToken cancellationToken)
    {
        var exited = npm.WaitForExitAsync(cancellationToken);
        try
        {
            while (await Task.WhenAny(exited, Task.Delay(Heartbeat, TimeProvider.System, cancellationToken)) != exited
                && !cancellationToken.IsCancellationRequested)
            {
                log($"  still fetching {Name} ({TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0} s)");
            }

            await exited;
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }
    }
}
