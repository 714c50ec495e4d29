using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Intake.Local.Hosting;
using Intake.Storage;

namespace Intake.Tests.Repository;

/// <summary>Rules of the layout that a compiler does not see.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Only_function_classes_and_Program_know_the_worker()
    {
        var others = RepositoryFiles.Sources("functions")
            .Where(file => !file.EndsWith("Functions.cs", StringComparison.Ordinal) && Path.GetFileName(file) != "Program.cs");
        Assert.All(others, file => Assert.DoesNotContain("Microsoft.Azure.Functions", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void Host_json_says_what_the_code_expects()
    {
        var host = JsonDocument.Parse(RepositoryFiles.Read("functions/host.json")).RootElement.GetProperty("extensions");
        Assert.Equal("", host.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.Equal(Queues.MaxDequeueCount, host.GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
        Assert.Equal("base64", host.GetProperty("queues").GetProperty("messageEncoding").GetString());
        Assert.NotEqual(TimeSpan.Zero, TimeSpan.Parse(host.GetProperty("queues").GetProperty("visibilityTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A pattern that backtracks can be made to take for ever by whoever writes the text it is tried on.</summary>
    [Fact]
    public void Every_regular_expression_takes_linear_time_or_gives_up()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var expressions = new[] { typeof(IntakeServices).Assembly, typeof(LocalHost).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.ContainsGenericParameters && type.Namespace?.StartsWith("Intake", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(all).Where(field => field.FieldType == typeof(Regex)).Select(field => (Name: $"{type}.{field.Name}", Value: (Regex)field.GetValue(null)!))
                .Concat(type.GetMethods(all).Where(method => method.ReturnType == typeof(Regex) && method.GetParameters().Length == 0).Select(method => (Name: $"{type}.{method.Name}", Value: (Regex)method.Invoke(null, null)!))))
            .ToList();
        Assert.NotEmpty(expressions);
        Assert.All(expressions, each => Assert.True(
            each.Value.Options.HasFlag(RegexOptions.NonBacktracking) || each.Value.MatchTimeout != Regex.InfiniteMatchTimeout, $"{each.Name} may backtrack without end"));

        // Those made on the way, which no field holds.
        var sources = new[] { "functions", "local" }.SelectMany(RepositoryFiles.Sources).Select(File.ReadAllText).ToList();
        Assert.All(sources, text => Assert.DoesNotMatch(@"\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches|EnumerateSplits)\(", text));
        Assert.All(sources, text => Assert.DoesNotMatch(@"=> new Regex\(|_\w+ = new Regex\((?![^;]*NonBacktracking)", text));
    }

    [Fact]
    public void No_file_of_functions_is_longer_than_a_person_reads_at_once() =>
        Assert.All(RepositoryFiles.Sources("functions"), file => Assert.InRange(File.ReadLines(file).Count(), 1, 300));
}
