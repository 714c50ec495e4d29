namespace Intake.Publish;

/// <summary>Names by code, written as <c>code name;code name</c>.</summary>
internal sealed class CodeTable(string entries)
{
    private readonly Dictionary<string, string> _names = entries
        .Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' ', 2))
        .ToDictionary(entry => entry[0], entry => entry[1], StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Codes => _names.Keys;

    public string Name(string code, string otherwise) => _names.GetValueOrDefault(code, otherwise);
}
