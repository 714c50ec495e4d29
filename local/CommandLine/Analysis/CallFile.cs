using System.Text.Json;
using Intake.Calls;

namespace Intake.Local.CommandLine.Analysis;

/// <summary>Reads the call that texts are analysed for: a whole call, or only its themes (and questions), or a bare array of
/// themes.</summary>
internal static class CallFile
{
    private const string Nameless = "call";

    // What a whole call needs and an analysis does not.
    private static readonly (string Name, string Value)[] Needed = [("title", "Call"), ("opens", "2000-01-01"), ("closes", "2100-01-01")];

    /// <exception cref="UsageException">It cannot be read, or is no call.</exception>
    public static Call Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var json = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = Json.MaxDepth });
            return Read(json.RootElement, path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new UsageException($"--call {path}: {fault.Message}");
        }
    }

    internal static Call Read(JsonElement json, string path)
    {
        var members = json.ValueKind == JsonValueKind.Array
            ? new Dictionary<string, JsonElement> { ["themes"] = json }
            : json.ValueKind == JsonValueKind.Object
                ? json.EnumerateObject().GroupBy(member => member.Name).ToDictionary(group => group.Key, group => group.Last().Value)
                : throw new UsageException($"--call {path}: it is neither a call nor an array of themes.");
        foreach (var (name, value) in Needed)
        {
            members.TryAdd(name, JsonSerializer.SerializeToElement(value));
        }

        var id = members.TryGetValue("id", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()! : Nameless;
        var errors = new List<InputError>();
        return CallReader.Read(JsonSerializer.SerializeToElement(members), id, errors)
            ?? throw new UsageException($"--call {path}: {string.Join("; ", errors.Select(error => $"{error.Path} {error.Message}"))}.");
    }
}
