using System.Text.RegularExpressions;
using Intake.Local.Processes;

namespace Intake.Local.Hosting.Blobs;

/// <summary>A blob trigger's path: a container, and a pattern of names with tokens in braces.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex _name;

    /// <param name="path">Such as <c>inbound/{name}.eml</c>, or a container alone for all its blobs.</param>
    /// <param name="function">Named when the path is wrong.</param>
    public BlobPattern(string path, string function)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        Container = slash < 0 ? path : path[..slash];
        var pattern = slash < 0 ? "{name}" : path[(slash + 1)..];
        if (Container.Length == 0 || pattern.Length == 0 || Container.Contains('{', StringComparison.Ordinal))
        {
            throw new HostStartException($"Function {function}: '{path}' is no blob path.");
        }

        Tokens = [.. Token().Matches(pattern).Select(match => match.Groups[1].Value)];

        // Escaping leaves the closing brace as it is.
        _name = new Regex(
            $"^{EscapedToken().Replace(Regex.Escape(pattern), "(?<$1>.+)")}$",
            RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.CultureInvariant);

        // What comes before the first token is the same for all, so that the service can look for it.
        var brace = pattern.IndexOf('{', StringComparison.Ordinal);
        Prefix = brace < 0 ? pattern : pattern[..brace];
    }

    public string Container { get; }

    public string Prefix { get; }

    public IReadOnlyList<string> Tokens { get; }

    /// <summary>The tokens' values in a blob's name; null when the name does not match.</summary>
    public Dictionary<string, object?>? Match(string blobName)
    {
        var match = _name.Match(blobName);
        return match.Success
            ? Tokens.ToDictionary(token => token, token => (object?)match.Groups[token].Value,
                StringComparer.OrdinalIgnoreCase)
            : null;
    }

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"\\\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex EscapedToken();
}
