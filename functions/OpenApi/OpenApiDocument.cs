using System.Text.Json.Nodes;

namespace Intake.OpenApi;

/// <summary>The API as OpenAPI 3.1 describes it.</summary>
internal static class OpenApiDocument
{
    private const string Problem = "application/problem+json";

    private static readonly Lazy<JsonObject> Made = new(Make);

    /// <summary>Without the address it is served at.</summary>
    public static JsonObject Document => Made.Value;

    /// <param name="address">Where people reach Intake; no slash at the end.</param>
    public static JsonObject At(string address)
    {
        var document = Document.DeepClone().AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = address });
        return document;
    }

    private static JsonObject Make()
    {
        var schemas = new Schemas();
        var paths = new JsonObject();
        foreach (var operation in Operations.All)
        {
            if (paths[operation.Path] is not JsonObject path)
                paths[operation.Path] = path = [];
            path[operation.Method] = Of(operation, schemas);
        }

        schemas.Of(Shape.Of<Http.Problem>());
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Intake",
                ["version"] = typeof(OpenApiDocument).Assembly.GetName().Version!.ToString(3),
                ["description"] = "Takes in contributions to open calls for input and gives digests of them. What is null is left out.",
                ["license"] = new JsonObject { ["name"] = "MIT", ["identifier"] = "MIT" },
            },
            ["tags"] = new JsonArray([.. Operations.All.Select(operation => operation.Tag).Distinct().Select(tag => new JsonObject { ["name"] = tag })]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = schemas.All, ["securitySchemes"] = Security() },
        };
    }

    private static JsonObject Of(Operation operation, Schemas schemas)
    {
        var result = new JsonObject
        {
            ["operationId"] = operation.Method == "head" ? $"{operation.Id}Head" : operation.Id,
            ["tags"] = new JsonArray(operation.Tag),
            ["summary"] = operation.Summary,
        };
        if (operation.Description is not null || operation.Receipt is not null)
            result["description"] = $"{operation.Description}{(operation.Receipt is null ? "" : $" The contribution's receipt {operation.Receipt}.")}".Trim();
        var parameters = Parameters.In(operation.Path).Concat(operation.Query).Select(Parameters.Of).ToArray();
        if (parameters.Length > 0)
            result["parameters"] = new JsonArray([.. parameters]);
        if (operation.Body is { } body)
        {
            result["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(operation.Accepts.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject { ["schema"] = schemas.Of(body) }))),
            };
        }

        result["responses"] = new JsonObject([.. Answers(operation, schemas), .. Problems(operation)]);
        result["security"] = operation.Key ? Needs(["functionKey"], ["functionCode"])
            : operation.Receipt == "is needed" ? Needs(["receipt"], ["receiptHeader"], ["receiptQuery"])
            : operation.Receipt is not null ? Needs([], ["receipt"], ["receiptHeader"], ["receiptQuery"])
            : Needs([]);
        return result;
    }

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Answers(Operation operation, Schemas schemas)
    {
        foreach (var (status, shape) in operation.Answers)
        {
            var answer = new JsonObject { ["description"] = status < 400 ? operation.Summary : "Not available just now." };
            if (shape is not null || operation.Gives is not ["application/json"])
            {
                answer["content"] = new JsonObject(operation.Gives.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject
                {
                    ["schema"] = type == "application/json" && shape is not null ? schemas.Of(shape) : new JsonObject { ["type"] = "string" },
                })));
            }

            yield return new($"{status}", answer);
        }
    }

    /// <summary>One answer for each status, which says the types it may have.</summary>
    private static IEnumerable<KeyValuePair<string, JsonNode?>> Problems(Operation operation)
    {
        var types = operation.Problems.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat(operation.Unstored ? [] : ["storage-unavailable"]);
        var answers = types.Select(type => (Status: ProblemTypes.Status[type], Type: $"urn:intake:problem:{type}")).ToList();
        foreach (var group in answers.GroupBy(answer => answer.Status).OrderBy(group => group.Key))
        {
            yield return new($"{group.Key}", new JsonObject
            {
                ["description"] = string.Join(", ", group.Select(answer => answer.Type)),
                ["content"] = new JsonObject
                {
                    [Problem] = new JsonObject
                    {
                        ["schema"] = new JsonObject
                        {
                            ["allOf"] = new JsonArray(
                                new JsonObject { ["$ref"] = "#/components/schemas/Problem" },
                                new JsonObject { ["properties"] = new JsonObject { ["type"] = new JsonObject { ["enum"] = new JsonArray([.. group.Select(answer => JsonValue.Create(answer.Type))]) } } }),
                        },
                    },
                },
            });
        }
    }

    private static JsonArray Needs(params string[][] choices) => new([.. choices.Select(choice =>
        new JsonObject(choice.Select(name => KeyValuePair.Create(name, (JsonNode?)new JsonArray()))))]);

    private static JsonObject Security() => new()
    {
        ["functionKey"] = Scheme("header", "x-functions-key"),
        ["functionCode"] = Scheme("query", "code"),
        ["receipt"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["description"] = "The receipt of a contribution." },
        ["receiptHeader"] = Scheme("header", "X-Receipt"),
        ["receiptQuery"] = Scheme("query", "receipt"),
    };

    private static JsonObject Scheme(string place, string name) => new() { ["type"] = "apiKey", ["in"] = place, ["name"] = name };
}
