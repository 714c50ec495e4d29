using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Intake.OpenApi;

/// <summary>JSON schemas of the types that the API reads and writes, each named once, made from how they are serialised.</summary>
internal sealed class Schemas
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>What stands after the name of a type as it is sent: there less has to be given than is answered.</summary>
    private const string Sent = "Body";

    private readonly Dictionary<string, Type> _known = new(StringComparer.Ordinal);
    private readonly Queue<(string Name, Type Type, bool IsSent)> _left = [];

    public JsonObject All { get; } = [];

    /// <summary>A reference to the shape's schema, which is made if it is not there.</summary>
    public JsonNode Of(Shape shape)
    {
        if (shape.Type == typeof(byte[]))
            return new JsonObject { ["type"] = "string", ["format"] = "binary" };
        if (shape.Type == typeof(JsonObject))
            return new JsonObject { ["type"] = "object" };
        var reference = shape.Name is null ? Reference(shape.Type, isSent: false) : new JsonObject { ["$ref"] = Prefix + shape.Name };
        if (shape.Name is { } name && !All.ContainsKey(name))
        {
            var schema = Make(shape.Type, isSent: true);
            foreach (var member in shape.Without ?? [])
                schema["properties"]!.AsObject().Remove(member);
            Require(schema, shape.Required ?? []);
            All[name] = schema;
        }

        while (_left.TryDequeue(out var next))
            All[next.Name] = Make(next.Type, next.IsSent);
        return reference;
    }

    private JsonObject Reference(Type type, bool isSent)
    {
        var own = Nullable.GetUnderlyingType(type) ?? type;
        var sent = isSent && !own.IsEnum;
        var name = own.Name + (sent ? Sent : "");
        if (_known.TryAdd(name, own))
            _left.Enqueue((name, own, sent));
        else if (_known[name] != own)
            throw new InvalidOperationException($"Two types would be described as {name}: {own} and {_known[name]}.");
        return new JsonObject { ["$ref"] = Prefix + name };
    }

    private JsonObject Make(Type type, bool isSent) => Json.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => !context.Path.IsEmpty && IsOurs(context.TypeInfo.Type)
            ? Reference(context.TypeInfo.Type, isSent)
            : Cleaned(context.TypeInfo, node, isSent),
    }).AsObject();

    /// <summary>Nothing that is null is written, so nothing is null; and what is not null is always there.</summary>
    private static JsonNode Cleaned(JsonTypeInfo type, JsonNode node, bool isSent)
    {
        if (node is not JsonObject schema)
            return node;
        if (schema["type"] is JsonArray types && types.FirstOrDefault(one => one!.GetValue<string>() != "null") is { } only)
            schema["type"] = only.GetValue<string>();
        if (schema["enum"] is JsonArray values)
        {
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. values.Where(value => value is not null).Select(value => value!.DeepClone())]);
        }

        schema.Remove("default");
        foreach (var member in schema["properties"]?.AsObject() ?? [])
            (member.Value as JsonObject)?.Remove("default");

        // A time that is sent may be local.
        if (isSent && schema["format"]?.GetValue<string>() == "date-time")
            schema.Remove("format");
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            Require(schema, type.Properties
                .Where(property => schema["properties"]?[property.Name] is not null && (isSent ? property.IsRequired : !property.IsGetNullable))
                .Select(property => property.Name));
        }

        return schema;
    }

    private static void Require(JsonObject schema, IEnumerable<string> names)
    {
        schema.Remove("required");
        var required = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        if (required.Count > 0)
            schema["required"] = required;
    }

    private static bool IsOurs(Type type)
    {
        var own = Nullable.GetUnderlyingType(type) ?? type;
        return own.Namespace?.StartsWith("Intake", StringComparison.Ordinal) == true && !own.IsGenericType;
    }
}
