using System.Globalization;

namespace Intake.Extract.Converters;

/// <summary>
/// The programs that a converter is started through, as far as this machine has them and lets us use them: a process group
/// of its own (setsid), limits (prlimit), and no network and no way to leave its process tree (unshare).
/// </summary>
internal static class Sandbox
{
    /// <summary>As root, then as anybody where user namespaces are allowed, then only without network.</summary>
    private static readonly string[][] Namespaces =
    [
        ["--net", "--pid", "--fork", "--kill-child"],
        ["--map-root-user", "--net", "--pid", "--fork", "--kill-child"],
        ["--net"],
        ["--map-root-user", "--net"],
    ];

    /// <param name="limits">Seconds, megabytes and bytes that a converter gets.</param>
    /// <param name="path">Where programs are looked for.</param>
    /// <param name="works">Whether a command line runs and succeeds; asked of one candidate after the other.</param>
    /// <returns>The beginning of the command line; empty where nothing of this is there.</returns>
    public static async Task<IReadOnlyList<string>> ProbeAsync(ExtractLimits limits, SearchPath path, Func<IReadOnlyList<string>, Task<bool>> works)
    {
        if (path.Find("true") is not { } nothing)
        {
            return [];
        }

        var prefix = new List<string>();
        foreach (var part in (string[][])[["setsid"], ["prlimit", .. ResourceLimits(limits), "--"]])
        {
            if (path.Find(part[0]) is { } program && await works([.. prefix, program, .. part[1..], nothing]))
            {
                prefix.AddRange([program, .. part[1..]]);
            }
        }

        if (path.Find("unshare") is { } unshare)
        {
            foreach (var options in Namespaces)
            {
                if (await works([.. prefix, unshare, .. options, "--", nothing]))
                {
                    return [.. prefix, unshare, .. options, "--"];
                }
            }
        }

        return prefix;
    }

    private static IEnumerable<string> ResourceLimits(ExtractLimits limits)
    {
        yield return Limit("as", limits.ConverterMegabytes * 1024L * 1024L);
        yield return Limit("cpu", limits.ConverterSeconds);
        yield return Limit("fsize", limits.ConverterBytes);
        yield return Limit("nofile", 64);
        yield return Limit("core", 0);

        static string Limit(string name, long value) => string.Create(CultureInfo.InvariantCulture, $"--{name}={value}");
    }
}
