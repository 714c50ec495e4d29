using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>
/// Values of the service's types (EDM) as it wants them in JSON: some carry their type in a second property.
/// </summary>
internal static class EdmJson
{
    public const string Binary = "Edm.Binary";
    public const string DateTime = "Edm.DateTime";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string Int64 = "Edm.Int64";

    /// <summary>Writes a property and, where JSON alone does not tell its type, the type. Nulls are not sent.</summary>
    public static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                writer.WriteString(name, text);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long or ulong:
                WriteTyped(writer, name, Convert.ToString(value, CultureInfo.InvariantCulture), Int64);
                break;
            case double number:
                writer.WriteNumber(name, number);
                writer.WriteString(name + PropertyNames.ODataType, Double);
                break;
            case System.Guid id:
                WriteTyped(writer, name, id.ToString(), Guid);
                break;
            case DateTimeOffset time:
                WriteTyped(writer, name, Format(time.UtcDateTime), DateTime);
                break;
            case System.DateTime time:
                WriteTyped(writer, name, Format(time), DateTime);
                break;
            case byte[] bytes:
                writer.WriteBase64String(name, bytes);
                writer.WriteString(name + PropertyNames.ODataType, Binary);
                break;
            case BinaryData data:
                writer.WriteBase64String(name, data.ToMemory().Span);
                writer.WriteString(name + PropertyNames.ODataType, Binary);
                break;
            case Enum:
                writer.WriteString(name, value.ToString());
                break;
            default:
                throw new NotSupportedException($"Property {name}: the Table service has no type for {value.GetType()}.");
        }
    }

    /// <summary>Reads a property as what its annotation, or without one its JSON, says it is.</summary>
    public static object Read(JsonElement value, string type) => type switch
    {
        Binary => value.GetBytesFromBase64(),
        DateTime => ParseTime(value),
        Double => ReadDouble(value),
        Guid => value.GetGuid(),
        Int64 => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
        null => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number when value.TryGetInt32(out int small) => small,
            JsonValueKind.Number when value.TryGetInt64(out long large) => large,
            JsonValueKind.Number => value.GetDouble(),
            JsonValueKind.Null => null,
            _ => throw new NotSupportedException($"Not supported value {value.ValueKind}."),
        },
        _ => throw new NotSupportedException($"Not supported type {type}."),
    };

    /// <summary>How to read a property of an entity class; chosen once for each property.</summary>
    public static Func<JsonElement, object> ReaderOf(Type type)
    {
        Type inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner switch
        {
            _ when inner == typeof(string) => static value => value.GetString(),
            _ when inner == typeof(bool) => static value => value.GetBoolean(),
            _ when inner == typeof(int) => static value => value.GetInt32(),
            _ when inner == typeof(long) => static value => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
            _ when inner == typeof(ulong) => static value => ulong.Parse(value.GetString(), CultureInfo.InvariantCulture),
            _ when inner == typeof(double) => static value => ReadDouble(value),
            _ when inner == typeof(System.Guid) => static value => value.GetGuid(),
            _ when inner == typeof(DateTimeOffset) => static value => ParseTime(value),
            _ when inner == typeof(System.DateTime) => static value => ParseTime(value).UtcDateTime,
            _ when inner == typeof(byte[]) => static value => value.GetBytesFromBase64(),
            _ when inner == typeof(BinaryData) => static value => BinaryData.FromBytes(value.GetBytesFromBase64()),
            _ when inner == typeof(ETag) => static value => new ETag(value.GetString()),
            { IsEnum: true } => value => Enum.Parse(inner, value.GetString()),
            _ => throw new NotSupportedException($"The Table service has no type for {type}."),
        };
    }

    private static void WriteTyped(Utf8JsonWriter writer, string name, string value, string type)
    {
        writer.WriteString(name, value);
        writer.WriteString(name + PropertyNames.ODataType, type);
    }

    private static string Format(System.DateTime time) => time.Kind == DateTimeKind.Utc
        ? time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture)
        : throw new NotSupportedException(
            $"DateTime {time} has a Kind of {time.Kind}. Azure SDK requires it to be UTC. " +
            "You can call DateTime.SpecifyKind to change Kind property value to DateTimeKind.Utc.");

    private static DateTimeOffset ParseTime(JsonElement value) =>
        DateTimeOffset.Parse(value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    /// <summary>NaN and the infinities come as strings.</summary>
    private static double ReadDouble(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? double.Parse(value.GetString(), CultureInfo.InvariantCulture)
        : value.GetDouble();
}
