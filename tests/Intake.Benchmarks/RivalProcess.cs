using System.ComponentModel;
using System.Diagnostics;

namespace Intake.Benchmarks;

/// <summary>Runs a program that Intake is measured against.</summary>
internal static class RivalProcess
{
    /// <summary>What it wrote; null when there is no such program.</summary>
    public static async Task<string?> RunAsync(string program, IEnumerable<string> arguments, string? input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? output : throw new BenchmarkException($"{program} ended with {process.ExitCode}.");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
