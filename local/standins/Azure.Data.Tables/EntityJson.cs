using System.Buffers;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Entities as JSON: dictionaries (<see cref="TableEntity"/>) and classes.</summary>
internal static class EntityJson
{
    public static RequestContent Write(ITableEntity entity)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            if (entity is IDictionary<string, object> properties)
            {
                WriteDictionary(writer, properties);
            }
            else
            {
                EntityType.Of(entity.GetType()).Write(writer, entity);
            }

            writer.WriteEndObject();
        }

        return RequestContent.Create(buffer.WrittenMemory);
    }

    public static T Read<T>(JsonElement json)
        where T : class, ITableEntity
    {
        T entity = Activator.CreateInstance<T>();
        if (entity is IDictionary<string, object> properties)
        {
            ReadDictionary(json, properties);
        }
        else
        {
            EntityType.Of(typeof(T)).Read(json, entity);
        }

        return entity;
    }

    private static void WriteDictionary(Utf8JsonWriter writer, IDictionary<string, object> properties)
    {
        foreach ((string name, object value) in properties)
        {
            if (name is PropertyNames.ODataETag or PropertyNames.Timestamp)
            {
                continue;
            }

            if (value is Enum)
            {
                throw new NotSupportedException(
                    "Enum values are only supported for custom model types implementing ITableEntity.");
            }

            EdmJson.Write(writer, name, value);
        }
    }

    private static void ReadDictionary(JsonElement json, IDictionary<string, object> properties)
    {
        foreach (JsonProperty property in json.EnumerateObject())
        {
            string name = property.Name;
            if (name == PropertyNames.ODataMetadata || name.EndsWith(PropertyNames.ODataType, StringComparison.Ordinal))
            {
                continue;
            }

            // Timestamp is known to be a time and so not annotated.
            string type = json.TryGetProperty(name + PropertyNames.ODataType, out JsonElement annotation)
                ? annotation.GetString()
                : name == PropertyNames.Timestamp ? EdmJson.DateTime : null;
            properties[name] = EdmJson.Read(property.Value, type);
        }
    }
}
