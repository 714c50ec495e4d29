using System.Text.Json.Nodes;

namespace Intake.OpenApi;

/// <summary>Parameters of paths, queries and headers, each described once.</summary>
internal static class Parameters
{
    private static readonly Dictionary<string, (string In, string Type, string Description)> All = new(StringComparer.Ordinal)
    {
        ["call"] = ("path", "string", "Id of the call: 3 to 40 of a-z, 0-9 and hyphen."),
        ["id"] = ("path", "string", "Id, or reference."),
        ["number"] = ("path", "integer", "Number of the document or passage, from 1."),
        ["digest"] = ("path", "string", "Number of the digest, from 1."),
        ["limit"] = ("query", "integer", "How many at most: 1 to 200, 50 if not given."),
        ["after"] = ("query", "string", "The 'next' of the page before."),
        ["revision"] = ("query", "integer", "An earlier revision."),
        ["theme"] = ("query", "string", "Only what is about this theme: its id."),
        ["question"] = ("query", "integer", "Only what refers to this question: its number."),
        ["group"] = ("query", "string", "Only of this stakeholder group."),
        ["country"] = ("query", "string", "Only from this country: ISO 3166-1 alpha-2."),
        ["language"] = ("query", "string", "Only in this language: BCP 47; zh finds zh-Hans."),
        ["q"] = ("query", "string", "Only what has all these words; words in quotes follow each other."),
        ["send"] = ("query", "string", "false does not send the digest to the call's recipients."),
        ["call?"] = ("query", "string", "Id of the call the mail is for."),
        ["Idempotency-Key"] = ("header", "string", "Makes two requests the same: the second gives the answer of the first and changes nothing."),
        ["X-Envelope-From"] = ("header", "string", "The sender that the mail server was given."),
        ["X-Envelope-To"] = ("header", "string", "The recipient that the mail server was given."),
    };

    public static JsonObject Of(string name)
    {
        var (place, type, description) = All[name];
        var parameter = new JsonObject { ["name"] = name.TrimEnd('?'), ["in"] = place, ["description"] = description };
        if (place == "path")
            parameter["required"] = true;
        parameter["schema"] = new JsonObject { ["type"] = type };
        return parameter;
    }

    /// <summary>Names in the braces of a path.</summary>
    public static IEnumerable<string> In(string path) =>
        path.Split('{').Skip(1).Select(piece => piece[..piece.IndexOf('}', StringComparison.Ordinal)]);
}
