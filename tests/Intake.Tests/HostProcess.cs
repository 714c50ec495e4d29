using System.Collections.Concurrent;
using System.Diagnostics;
using Intake.Local.CommandLine;

namespace Intake.Tests;

/// <summary>The built command line, as a process of its own, which ends with the test at the latest.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Process _process;

    public HostProcess(params IEnumerable<string> arguments)
        : this(new Dictionary<string, string>(), arguments)
    {
    }

    public HostProcess(IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [typeof(RunVerb).Assembly.Location, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var (name, value) in environment)
            _process.StartInfo.Environment[name] = value;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int ExitCode => _process.ExitCode;

    public string Said => string.Join('\n', _lines);

    public async Task ListeningAsync()
    {
        await Eventually.TrueAsync(
            () => _process.HasExited || Said.Contains("Intake listens at", StringComparison.Ordinal), "it listens");
        Assert.False(_process.HasExited, Said);
    }

    /// <summary>Waits until it has ended and all that it said has been read.</summary>
    public Task EndedAsync() => _process.WaitForExitAsync().WaitAsync(Patience, TimeProvider.System);

    /// <summary>SIGTERM: it may clean up.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <summary>SIGKILL: nothing in it runs any more. Its children are left.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
