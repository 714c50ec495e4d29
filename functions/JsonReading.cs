using System.Globalization;
using System.Text.Json;

namespace Intake;

/// <summary>A mistake in a JSON document or a form, where it stands and in words its author understands.</summary>
/// <param name="Path">JSON path, such as <c>$.themes[2].id</c>; for a form, the field's name.</param>
public sealed record InputError(string Path, string Message);

/// <summary>
/// Reads a JSON element by hand, so that every mistake is collected with its path instead of the first one thrown.
/// What is missing or wrong reads as null or empty; the caller asks <see cref="Errors"/> before it believes anything.
/// </summary>
internal readonly struct JsonReading(JsonElement element, string path, List<InputError> errors)
{
    /// <summary>More mistakes than this help nobody.</summary>
    public const int MaxErrors = 50;

    public string Path => path;

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    public List<InputError> Errors => errors;

    public void Error(string message)
    {
        if (errors.Count < MaxErrors)
            errors.Add(new InputError(path, message));
    }

    /// <summary>The member of that name, the last if there are several; null when it is missing or null.</summary>
    public JsonReading? Member(string name)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return null;

        // Not TryGetProperty: it throws at the first name that is no text.
        var value = element.EnumerateObject().LastOrDefault(property => NameOf(property) == name).Value;
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : new JsonReading(value, $"{path}.{name}", errors);
    }

    public bool IsObject(params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Error("must be an object");
            return false;
        }

        foreach (var property in element.EnumerateObject())
        {
            var name = NameOf(property);
            if (!known.IsEmpty && !known.Contains(name))
                new JsonReading(property.Value, $"{path}.{Limit(name)}", errors).Error($"is not known here; known are {string.Join(", ", known.ToArray())}");
        }

        return true;
    }

    public IEnumerable<(string Name, JsonReading Value)> Members()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Error("must be an object");
            yield break;
        }

        foreach (var property in element.EnumerateObject())
        {
            var name = NameOf(property);
            yield return (name, new JsonReading(property.Value, $"{path}.{Limit(name)}", errors));
        }
    }

    public IEnumerable<JsonReading> Items(int max)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Error("must be an array");
            yield break;
        }

        if (element.GetArrayLength() > max)
        {
            Error(string.Create(CultureInfo.InvariantCulture, $"has {element.GetArrayLength()} items; at most {max} are allowed"));
            yield break;
        }

        var index = 0;
        foreach (var item in element.EnumerateArray())
            yield return new JsonReading(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), errors);
    }

    /// <param name="max">UTF-16 units at most.</param>
    public string? Text(int max)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            Error("must be a string");
            return null;
        }

        var json = element;
        if (Decoded(() => json.GetString()!) is not { } text)
        {
            Error("has an escape that is not a character");
            return null;
        }

        if (text.Length <= max)
            return text;
        Error(string.Create(CultureInfo.InvariantCulture, $"has {text.Length:N0} characters; at most {max:N0} are allowed"));
        return null;
    }

    public long? Whole(long min, long max)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && number >= min && number <= max)
            return number;
        Error(string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {min} to {max}"));
        return null;
    }

    public bool? Flag()
    {
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return element.ValueKind == JsonValueKind.True;
        Error("must be true or false");
        return null;
    }

    public T? OneOf<T>()
        where T : struct, Enum
    {
        var json = element;
        var text = element.ValueKind == JsonValueKind.String ? Decoded(() => json.GetString()!) : null;
        if (Words.TryParse<T>(text, out var value))
            return value;
        Error($"must be one of {string.Join(", ", Words.All<T>())}");
        return null;
    }

    private static string NameOf(JsonProperty property) => Decoded(() => property.Name) ?? "\uFFFD";

    /// <summary>Null for what is not text in any encoding: an escaped lone surrogate, or bytes that are not UTF-8.</summary>
    private static string? Decoded(Func<string> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Limit(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
