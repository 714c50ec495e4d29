using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intake.Tests.OpenApi;

/// <summary>Says what of a JSON value is not as its schema has it: as much of JSON Schema as the API's description uses.</summary>
internal static class Schema
{
    public static List<string> Mistakes(JsonObject document, JsonNode schema, JsonElement value, string path = "$")
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Mistakes(document, document["components"]!["schemas"]![reference.Split('/')[^1]]!, value, path);
        var mistakes = new List<string>();
        if (schema["type"]?.GetValue<string>() is { } type && !IsOf(type, value))
            return [$"{path} is {value.ValueKind}, not {type}"];
        if (schema["enum"] is JsonArray choices && !choices.Any(choice => choice!.GetValue<string>() == value.GetString()))
            mistakes.Add($"{path} is '{value}', none of {choices.ToJsonString()}");
        if (value.ValueKind == JsonValueKind.Array && schema["items"] is { } items)
            mistakes.AddRange(value.EnumerateArray().SelectMany((item, i) => Mistakes(document, items, item, $"{path}[{i}]")));
        if (value.ValueKind != JsonValueKind.Object)
            return mistakes;

        foreach (var name in schema["required"]?.AsArray() ?? [])
        {
            if (!value.TryGetProperty(name!.GetValue<string>(), out _))
                mistakes.Add($"{path}.{name} is missing");
        }

        foreach (var member in value.EnumerateObject())
        {
            if ((schema["properties"]?[member.Name] ?? schema["additionalProperties"]) is { } known)
                mistakes.AddRange(Mistakes(document, known, member.Value, $"{path}.{member.Name}"));
            else if (schema["properties"] is not null)
                mistakes.Add($"{path}.{member.Name} is not described");
        }

        return mistakes;
    }

    private static bool IsOf(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
