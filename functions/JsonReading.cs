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
    private const int MaxErrors = 50;

    public string Path => path;

    public bool IsNull => element.ValueKind == JsonValueKind.Null;

    public List<InputError> Errors => errors;

    public void Error(string message)
    {
        if (errors.Count < MaxErrors)
            errors.Add(new InputError(path, message));
    }

    /// <summary>The member of that name; null when it is missing or null.</summary>
    public JsonReading? Member(string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? new JsonReading(value, $"{path}.{name}", errors)
            : null;

    public bool IsObject(params ReadOnlySpan<string> known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            Error("must be an object");
            return false;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!known.IsEmpty && !known.Contains(property.Name))
                new JsonReading(property.Value, $"{path}.{Limit(property.Name)}", errors).Error($"is not known here; known are {string.Join(", ", known.ToArray())}");
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
            yield return (property.Name, new JsonReading(property.Value, $"{path}.{Limit(property.Name)}", errors));
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

        string text;
        try
        {
            text = element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate: not text in any encoding.
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

    public T? OneOf<T>()
        where T : struct, Enum
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        if (Words.TryParse<T>(text, out var value))
            return value;
        Error($"must be one of {string.Join(", ", Words.All<T>())}");
        return null;
    }

    private static string Limit(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
