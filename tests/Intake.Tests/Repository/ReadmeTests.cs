using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intake.Calls;
using Intake.Storage;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Tests.Repository;

/// <summary>What the README says of names and routes is what the code does.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = RepositoryFiles.Read("README.md");

    private static readonly IReadOnlyList<(string Name, ParameterInfo[] Parameters)> Functions =
        [.. typeof(IntakeServices).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .Select(method => (method.GetCustomAttribute<FunctionAttribute>()!.Name, method.GetParameters()))];

    [Fact]
    public void Queues_tables_and_containers_are_those_of_the_code()
    {
        Assert.Equal(Queues.All.Order(), Names("queues"));
        Assert.Equal(Tables.All.Order(), Names("tables"));
        Assert.Equal(Containers.All.Order(), Names("containers"));
    }

    [Fact]
    public void The_stage_table_names_every_triggered_function_with_its_trigger()
    {
        var rows = Section("The way of a contribution").Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).ToList();
        foreach (var (name, parameters) in Functions)
        {
            var trigger = parameters.SelectMany(parameter => parameter.GetCustomAttributes())
                .Select(attribute => attribute switch
                {
                    QueueTriggerAttribute queue => $"queue `{queue.QueueName}`",
                    BlobTriggerAttribute blob => $"blob `{blob.BlobPath.Split('/')[0]}`",
                    TimerTriggerAttribute => "timer",
                    _ => null,
                })
                .FirstOrDefault(text => text is not null);
            if (trigger is not null)
                Assert.Contains(rows, row => row.Contains($"[{name}](", StringComparison.Ordinal) && row.Contains(trigger, StringComparison.Ordinal));
        }

        Assert.All(FunctionLink().Matches(string.Join('\n', rows)), match => Assert.Contains(match.Groups[1].Value, Functions.Select(function => function.Name)));
    }

    [Fact]
    public void The_route_table_is_the_routes_of_the_code()
    {
        var routes = Functions.SelectMany(function => function.Parameters)
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .Where(trigger => trigger is not null)
            .SelectMany(trigger => trigger!.Methods!.Select(method => $"{method.ToUpperInvariant()} /{trigger.Route} {(trigger.AuthLevel == AuthorizationLevel.Function ? "key" : "open")}"));
        var table = (Section("The API") + Section("The pages")).Split('\n').Where(line => Route().IsMatch(line)).SelectMany(line =>
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            return cells[1].Split(", ").SelectMany(method => Code().Matches(cells[2])
                .Select(route => $"{method} {route.Groups[1].Value} {(cells[3] == "key" ? "key" : "open")}"));
        });
        Assert.Equal(routes.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_problem_of_the_code_is_listed()
    {
        var source = RepositoryFiles.Read("functions/Http/Problems.cs");
        var types = ProblemType().Matches(source).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.True(types.Count > 20);
        Assert.All(types, type => Assert.Contains($"`{type}`", Section("The API"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_call_shown_is_one_that_is_accepted()
    {
        var json = Section("A call").Split("```json")[1].Split("```")[0];
        var errors = new List<InputError>();
        Assert.NotNull(CallReader.Read(JsonDocument.Parse(json).RootElement, "my-call", errors));
        Assert.Empty(errors);
    }

    [Fact]
    public void Links_lead_to_files_that_are_there() =>
        Assert.All(FileLink().Matches(Readme), match =>
            Assert.True(Path.Exists(Path.Combine(RepositoryFiles.Root, match.Groups[1].Value)), match.Value));

    private static IEnumerable<string> Names(string row) => Code()
        .Matches(Section("How it is built").Split('\n').Single(line => line.StartsWith($"| {row} |", StringComparison.Ordinal)))
        .Select(match => match.Groups[1].Value).Order();

    private static string Section(string title) => Readme.Split($"\n## {title}\n")[1].Split("\n## ")[0];

    [GeneratedRegex(@"^\| (GET|HEAD|PUT|POST|DELETE)", RegexOptions.NonBacktracking)]
    private static partial Regex Route();

    [GeneratedRegex("`([^`]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[(\w+)\]\([\w/]+Functions\.cs\)", RegexOptions.NonBacktracking)]
    private static partial Regex FunctionLink();

    [GeneratedRegex(@"\]\(([^)#:]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex FileLink();

    [GeneratedRegex("[0-9]{3}, \"([a-z-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ProblemType();
}
