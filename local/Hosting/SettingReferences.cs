using System.Text.RegularExpressions;
using Intake.Local.Processes;
using Microsoft.Extensions.Configuration;

namespace Intake.Local.Hosting;

/// <summary>Triggers may name app settings: <c>%Name%</c> in queue names, paths and schedules; connections by name.</summary>
internal static partial class SettingReferences
{
    private const string Storage = "AzureWebJobsStorage";

    public static string Resolve(this IConfiguration settings, string text, string function) =>
        Reference().Replace(text, match => settings[match.Groups[1].Value]
            ?? throw new HostStartException($"Function {function}: the setting {match.Value} is missing."));

    /// <summary>The connection string a trigger's Connection names, which may leave out the prefix AzureWebJobs.</summary>
    public static string StorageConnection(this IConfiguration settings, string? name, string function)
    {
        var setting = string.IsNullOrEmpty(name) ? Storage : name;
        return settings[setting] ?? settings["AzureWebJobs" + setting]
            ?? throw new HostStartException($"Function {function}: the setting {setting} is missing.");
    }

    [GeneratedRegex("%([^%]+)%", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
