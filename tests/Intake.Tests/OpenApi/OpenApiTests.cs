using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Intake.OpenApi;
using Intake.Receive;
using Intake.Tests.Repository;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Tests.OpenApi;

/// <summary>What the description of the API says is what the code does.</summary>
public sealed partial class OpenApiTests
{
    private static JsonObject Document => OpenApiDocument.Document;

    private static readonly IReadOnlyList<(string Name, HttpTriggerAttribute Trigger)> Triggers =
        [.. typeof(IntakeServices).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .SelectMany(method => method.GetParameters().Select(parameter => (method.GetCustomAttribute<FunctionAttribute>()!.Name, Trigger: parameter.GetCustomAttribute<HttpTriggerAttribute>()!)))
            .Where(function => function.Trigger?.Route?.StartsWith("api/", StringComparison.Ordinal) == true)];

    [Fact]
    public void Every_route_and_method_is_described_with_who_may_use_it_and_no_other()
    {
        var routes = Triggers.SelectMany(function => function.Trigger.Methods!.Select(method =>
            $"{method} /{Constraint().Replace(function.Trigger.Route!, "}")} {function.Name} {(function.Trigger.AuthLevel == AuthorizationLevel.Function ? "key" : "open")}"));
        var described = Operations.All.Select(operation => $"{operation.Method} {operation.Path} {operation.Id} {(operation.Key ? "key" : "open")}");
        Assert.Equal(routes.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
        Assert.Equal(Operations.All.Count, Document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count));
    }

    [Fact]
    public void Every_parameter_of_a_path_is_described()
    {
        foreach (var operation in Operations.All)
        {
            var described = (Document["paths"]![operation.Path]![operation.Method]!["parameters"]?.AsArray() ?? [])
                .Where(parameter => parameter!["in"]!.GetValue<string>() == "path").Select(parameter => parameter!["name"]!.GetValue<string>());
            Assert.Equal(PathParameter().Matches(operation.Path).Select(match => match.Groups[1].Value), described);
        }
    }

    [Fact]
    public void Problems_are_those_of_the_code_with_their_status()
    {
        var code = ProblemType().Matches(RepositoryFiles.Read("functions/Http/Problems.cs")).Select(match => $"{match.Groups[2].Value} {match.Groups[1].Value}");
        Assert.Equal(code.Distinct().Order(StringComparer.Ordinal), ProblemTypes.Status.Select(type => $"{type.Key} {type.Value}").Order(StringComparer.Ordinal));
        var used = Operations.All.SelectMany(operation => operation.Problems.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.All(used, type => Assert.Contains(type, ProblemTypes.Status.Keys));
    }

    [Fact]
    public void A_contribution_has_the_fields_that_are_read() => Assert.Equal(
        Fields.Names.Order(StringComparer.Ordinal),
        Document["components"]!["schemas"]!["ContributionBody"]!["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_reference_leads_to_a_schema_and_every_operation_has_one_id()
    {
        var schemas = Document["components"]!["schemas"]!.AsObject();
        Assert.All(Reference().Matches(Document.ToJsonString()), match => Assert.True(schemas.ContainsKey(match.Groups[1].Value), match.Value));
        var ids = Document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!["operationId"]!.GetValue<string>()).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void A_schema_finds_what_is_not_as_it_says()
    {
        var schema = Document["components"]!["schemas"]!["Decision"]!;
        var mistakes = Schema.Mistakes(Document, schema, JsonSerializer.Deserialize<JsonElement>("""{ "id": "x", "digest": "3", "status": "maybe", "body": "b", "action": "a", "date": "2027-01-01", "mood": 1 }"""));
        Assert.Equal(["$.digest is String, not integer", "$.mood is not described"], mistakes.Where(mistake => !mistake.Contains("maybe", StringComparison.Ordinal)));
        Assert.Contains(mistakes, mistake => mistake.StartsWith("$.status is 'maybe'", StringComparison.Ordinal));
    }

    [GeneratedRegex(@":[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathParameter();

    [GeneratedRegex("([0-9]{3}), \"([a-z-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ProblemType();

    [GeneratedRegex("#/components/schemas/([^\"]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Reference();
}
