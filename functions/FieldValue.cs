namespace Intake;

/// <summary>Reads the value of one field that a person typed; a mistake is named with the field.</summary>
internal static class FieldValue
{
    /// <summary>UTF-16 units of a name, an organisation or a title.</summary>
    public const int MaxLine = 300;

    /// <summary>One line of text: trimmed, without controls; null when nothing is left.</summary>
    public static string? Line(string path, string value, List<InputError> errors)
    {
        var line = CleanText.Line(value);
        if (line.Length > MaxLine)
            errors.Add(new InputError(path, $"has more than {MaxLine} characters"));
        return line.Length == 0 ? null : line;
    }

    public static string? Email(string path, string value, List<InputError> errors)
    {
        var address = value.Trim();
        if (address.Length > 0 && !EmailAddress.IsValid(address))
            errors.Add(new InputError(path, "must be an e-mail address"));
        return address.Length == 0 ? null : address;
    }

    public static T? OneOf<T>(string path, string value, List<InputError> errors)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        if (Words.TryParse<T>(value, out var parsed))
            return parsed;
        errors.Add(new InputError(path, $"must be one of {string.Join(", ", Words.All<T>())}"));
        return null;
    }
}
