using System.ComponentModel;
using System.Diagnostics;

namespace Intake.Local.Processes;

/// <summary>A Node script that runs as long as this process does; see tether.cjs.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 20;
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly Action<string>? _onOutput;
    private readonly Queue<string> _lastLines = new();

    private ChildProcess(Process process, Action<string>? onOutput)
    {
        _process = process;
        _onOutput = onOutput;
        Exited = process.WaitForExitAsync();
    }

    public int Id => _process.Id;

    public Task Exited { get; }

    /// <summary>The end of what the child printed, to explain why it stopped.</summary>
    public string Tail
    {
        get
        {
            lock (_lastLines)
            {
                return string.Join(Environment.NewLine, _lastLines);
            }
        }
    }

    /// <param name="script">The script's full path.</param>
    /// <param name="arguments">The script's arguments.</param>
    /// <param name="onOutput">Is given each line of standard output, on any thread.</param>
    public static ChildProcess Start(string script, IEnumerable<string> arguments, Action<string>? onOutput = null)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
            ArgumentList = { "--require", Path.Combine(AppContext.BaseDirectory, "tether.cjs"), script },
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new HostStartException(
                "Node.js 20 or later is needed and 'node' was not found on the PATH.", exception);
        }

        var child = new ChildProcess(process, onOutput);
        child.Listen();
        return child;
    }

    /// <summary>Asks the child to stop, and ends it when it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _process.StandardInput.Close();
            await Exited.WaitAsync(StopTimeout, TimeProvider.System);
        }
        catch (TimeoutException)
        {
            _process.Kill(entireProcessTree: true);
            await Exited;
        }
        finally
        {
            _process.Dispose();
        }
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data, isOutput: true);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data, isOutput: false);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line, bool isOutput)
    {
        if (line is null)
        {
            return;
        }

        lock (_lastLines)
        {
            _lastLines.Enqueue(line);
            if (_lastLines.Count > LinesKept)
            {
                _lastLines.Dequeue();
            }
        }

        if (isOutput)
        {
            _onOutput?.Invoke(line);
        }
    }
}
