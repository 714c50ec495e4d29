using System.Diagnostics;

namespace Intake.Benchmarks;

/// <summary>poppler's own program, once a file, as Intake runs it too.</summary>
internal static class PdfToText
{
    /// <summary>Files a second; null when it is not there.</summary>
    public static async Task<double?> RateAsync(List<byte[]> files, TimeSpan time, string folder, CancellationToken cancellationToken)
    {
        var paths = new List<string>();
        foreach (var file in files)
        {
            paths.Add(Path.Combine(folder, $"{paths.Count}.pdf"));
            await File.WriteAllBytesAsync(paths[^1], file, cancellationToken);
        }

        var begun = Stopwatch.GetTimestamp();
        var count = 0;
        do
        {
            foreach (var path in paths)
            {
                if (await RivalProcess.RunAsync("pdftotext", ["-enc", "UTF-8", path, "-"], null, cancellationToken) is null)
                    return null;
            }

            count += paths.Count;
        }
        while (Stopwatch.GetElapsedTime(begun) < time);
        return count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }
}
