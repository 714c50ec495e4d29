using System.Diagnostics;
using System.Text;

namespace Intake.Extract.Converters;

/// <summary>
/// Runs an external converter on one document: no shell, nothing of our environment, no network where the machine allows
/// that, limits on time, memory and output; killed with all it started. That a converter is missing, fails or reaches a
/// limit is a result; that it cannot be started for want of memory or processes is a throw.
/// </summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for has nothing to dispose of.
public sealed class ConverterRunner
#pragma warning restore CA1001
{
    private const int ErrorBytes = 4096;

    private readonly ExtractLimits _limits;
    private readonly SearchPath _path;
    private readonly SemaphoreSlim _slots;
    private readonly Lazy<Task<IReadOnlyList<string>>> _sandbox;

    /// <param name="limits">What a run may cost.</param>
    /// <param name="searchPath">The folders that hold the programs, as in PATH; PATH itself when null.</param>
    public ConverterRunner(ExtractLimits limits, string? searchPath = null)
    {
        _limits = limits;
        _path = new(searchPath);
        _slots = new(limits.ConverterProcesses);
        _sandbox = new(() => Sandbox.ProbeAsync(limits, new(null), SucceedsAsync));
    }

    /// <summary>What cannot be read on this machine, and what to install: a sentence for each missing package.</summary>
    public IReadOnlyList<string> Missing =>
        [.. ((Converter[])[Converter.PdfToText, Converter.Antiword]).Where(converter => !Has(converter)).Select(converter => converter.MissingSentence)];

    internal bool Has(Converter converter) => _path.Find(converter.Program) is not null;

    /// <param name="converter">The program.</param>
    /// <param name="folder">Its working directory, with the document.</param>
    /// <param name="arguments">Its arguments. It writes to standard output.</param>
    /// <param name="ct">Ends the run.</param>
    internal async Task<ConverterResult> RunAsync(Converter converter, WorkFolder folder, IReadOnlyList<string> arguments, CancellationToken ct)
    {
        if (_path.Find(converter.Program) is not { } program)
        {
            return new(ConverterEnd.Missing, default, "");
        }

        var sandbox = await _sandbox.Value.WaitAsync(ct);
        await _slots.WaitAsync(ct);
        try
        {
            return await RunAsync([.. sandbox, program, .. arguments], folder.Path, ct);
        }
        finally
        {
            _slots.Release();
        }
    }

    private async Task<ConverterResult> RunAsync(IReadOnlyList<string> command, string folder, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(_limits.ConverterSeconds), TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        using var output = new MemoryStream();
        using var errors = new MemoryStream();
        using var process = Start(command, folder);
        var leads = Path.GetFileName(command[0]) == "setsid";
        ConverterEnd end;
        try
        {
            process.StandardInput.Close();
            var complaining = ReadErrorsAsync(process, errors, stop.Token);
            var ending = EndAsync(process, leads, stop.Token);
            if (await BoundedCopy.CopyAsync(process.StandardOutput.BaseStream, output, _limits.ConverterBytes, stop.Token))
            {
                end = ConverterEnd.OutputLimit;
            }
            else
            {
                await Task.WhenAll(ending, complaining);
                end = EndOf(process.ExitCode);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            end = ConverterEnd.TimeLimit;
        }
        finally
        {
            ProcessGroup.Kill(process, leads);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        var said = Encoding.UTF8.GetString(errors.GetBuffer(), 0, (int)errors.Length);
        return end == ConverterEnd.Failed && SandboxFault(said) is { } fault
            ? throw new IOException($"A converter could not be started: {fault}")
            : new(end, output.ToArray(), said);
    }

    /// <summary>What the converter left running ends with it; else its output would never end.</summary>
    private static async Task EndAsync(Process process, bool leads, CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        ProcessGroup.Kill(process, leads);
    }

    /// <summary>The beginning is kept; the rest is read too, lest the converter wait for us.</summary>
    private static async Task ReadErrorsAsync(Process process, MemoryStream errors, CancellationToken ct)
    {
        if (await BoundedCopy.CopyAsync(process.StandardError.BaseStream, errors, ErrorBytes, ct))
        {
            await process.StandardError.BaseStream.CopyToAsync(Stream.Null, ct);
        }
    }

    /// <summary>Linux ends what has used up its seconds of processor time with SIGXCPU or SIGKILL.</summary>
    private static ConverterEnd EndOf(int exitCode) => exitCode switch
    {
        0 => ConverterEnd.Done,
        128 + 24 or 128 + 9 => ConverterEnd.TimeLimit,
        _ => ConverterEnd.Failed,
    };

    /// <summary>"unshare: fork failed: Resource temporarily unavailable": nothing that the document is to blame for.</summary>
    private static string? SandboxFault(string said)
    {
        var sign = said.IndexOf(": ", StringComparison.Ordinal);
        return sign > 0 && said[..sign] is "setsid" or "prlimit" or "unshare" ? said.Trim() : null;
    }

    private async Task<bool> SucceedsAsync(IReadOnlyList<string> command)
    {
        using var folder = await WorkFolder.CreateAsync(default, default);
        using var process = Start(command, folder.Path);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }

    private static Process Start(IReadOnlyList<string> command, string folder)
    {
        var start = new ProcessStartInfo(command[0])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/bin:/bin";
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["HOME"] = start.Environment["TMPDIR"] = folder;
        return Process.Start(start)!;
    }
}
