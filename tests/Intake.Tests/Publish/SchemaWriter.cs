using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Intake.Tests.Publish;

/// <summary>Writes a JSON Schema from types as <see cref="Json"/> serialises them, described by their XML comments.</summary>
internal sealed class SchemaWriter
{
    private readonly Dictionary<string, XElement> _comments = XDocument
        .Load(Path.ChangeExtension(typeof(Json).Assembly.Location, ".xml"))
        .Descendants("member").ToDictionary(member => member.Attribute("name")!.Value);

    private readonly SortedDictionary<string, JsonNode> _definitions = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext _nullability = new();

    public static string Write(Type root, string id, string title)
    {
        var writer = new SchemaWriter();
        var reference = writer.Of(root);
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = id,
            ["title"] = title,
            ["$ref"] = reference["$ref"]!.DeepClone(),
            ["$defs"] = new JsonObject(writer._definitions.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
        };
        return schema.ToJsonString(Json.Indented) + "\n";
    }

    private JsonObject Of(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return new JsonObject { ["type"] = "string" };
        if (type == typeof(int))
            return new JsonObject { ["type"] = "integer", ["minimum"] = 0 };
        if (type == typeof(double))
            return new JsonObject { ["type"] = "number" };
        if (type == typeof(bool))
            return new JsonObject { ["type"] = "boolean" };
        if (type == typeof(DateTimeOffset))
            return new JsonObject { ["type"] = "string", ["format"] = "date-time" };
        if (type == typeof(DateOnly))
            return new JsonObject { ["type"] = "string", ["format"] = "date" };
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return new JsonObject { ["type"] = "array", ["items"] = Of(type.GetGenericArguments().Single()) };
        Define(type);
        return new JsonObject { ["$ref"] = $"#/$defs/{type.Name}" };
    }

    private void Define(Type type)
    {
        if (_definitions.ContainsKey(type.Name))
            return;
        var schema = new JsonObject();
        _definitions[type.Name] = schema;
        Describe(schema, Comment($"T:{type.FullName}", "summary"));
        if (type.IsEnum)
        {
            schema["enum"] = new JsonArray([.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.KebabCaseLower.ConvertName(name))]);
            Describe(schema, string.Join(" ", Enum.GetNames(type).Select(name => (Name: name, Says: Comment($"F:{type.FullName}.{name}", "summary")))
                .Where(one => one.Says is not null).Select(one => $"{JsonNamingPolicy.KebabCaseLower.ConvertName(one.Name)}: {one.Says}")));
            return;
        }

        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var property in Json.Options.GetTypeInfo(type).Properties)
        {
            var member = (PropertyInfo)property.AttributeProvider!;
            var value = Of(property.PropertyType);
            Describe(value, Comment($"P:{type.FullName}.{member.Name}", "summary") ?? Comment($"T:{type.FullName}", "param", member.Name));
            properties[property.Name] = value;
            if (_nullability.Create(member).ReadState != NullabilityState.Nullable)
                required.Add(property.Name);
        }

        schema["type"] = "object";
        schema["properties"] = properties;
        schema["required"] = required;
    }

    private static void Describe(JsonObject schema, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            schema["description"] = schema["description"] is { } before ? $"{before} {text}" : text;
    }

    private string? Comment(string member, string element, string? name = null)
    {
        var found = _comments.GetValueOrDefault(member)?.Elements(element).FirstOrDefault(one => name is null || one.Attribute("name")?.Value == name);
        if (found is null)
            return null;
        foreach (var see in found.Descendants("see").ToList())
            see.ReplaceWith(see.Attribute("cref")?.Value.Split('.', ':')[^1].Split('(')[0] ?? "");
        var text = Regex.Replace(found.Value, @"\s+", " ").Trim();
        return text.Length == 0 ? null : text;
    }
}
