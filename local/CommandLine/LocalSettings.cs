using System.Text.Json;
using Intake.Local.Processes;

namespace Intake.Local.CommandLine;

/// <summary>
/// local.settings.json in the root of the repository, as Core Tools knows it; copied from local.settings.example.json
/// when it is not there. Environment variables win over it.
/// </summary>
public sealed class LocalSettings
{
    private const string FileName = "local.settings.json";
    private const string ExampleName = "local.settings.example.json";

    private LocalSettings(string folder, IReadOnlyDictionary<string, string?> values)
    {
        Folder = folder;
        Values = values;
    }

    /// <summary>The repository's root, or the current folder when this runs outside of one.</summary>
    public string Folder { get; }

    /// <summary>The file's values, with configuration's keys: <c>Smtp__Host</c> is <c>Smtp:Host</c>.</summary>
    public IReadOnlyDictionary<string, string?> Values { get; }

    /// <summary>A setting: from the environment, else from the file.</summary>
    public string? this[string key] =>
        Environment.GetEnvironmentVariable(key.Replace(":", "__", StringComparison.Ordinal))
        ?? Values.GetValueOrDefault(key);

    /// <param name="folder">Where to look; the root of the repository that this was built in when null.</param>
    /// <exception cref="HostStartException">The file is not what it should be.</exception>
    public static LocalSettings Load(string? folder = null)
    {
        folder ??= Root() ?? Environment.CurrentDirectory;
        var file = Path.Combine(folder, FileName);
        var example = Path.Combine(folder, ExampleName);
        if (!File.Exists(file) && File.Exists(example))
        {
            File.Copy(example, file);
        }

        return new LocalSettings(folder, File.Exists(file) ? Read(file) : new Dictionary<string, string?>());
    }

    private static string? Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, ExampleName)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName;
    }

    private static Dictionary<string, string?> Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file), new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
            if (json.RootElement.TryGetProperty("IsEncrypted", out var encrypted) && encrypted.ValueKind == JsonValueKind.True)
            {
                throw new HostStartException($"{file} is encrypted; this host reads plain settings only.");
            }

            // The keys of configuration do not heed case.
            var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            foreach (var value in json.RootElement.GetProperty(nameof(Values)).EnumerateObject())
            {
                values[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ToString();
            }

            return values;
        }
        catch (Exception exception) when (
            exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new HostStartException(
                $"{file} is not {{ \"Values\": {{ \"Name\": \"value\" }} }}: {exception.Message}", exception);
        }
    }
}
