using System.Text.Json;
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
        var declarations = new[] { "functions", "local" }.SelectMany(RepositoryFiles.Sources)
            .SelectMany(file => Declarations(File.ReadAllText(file)).Select(text => (File: Path.GetFileName(file), Text: text)))
            .ToList();
        Assert.NotEmpty(declarations);
        Assert.All(declarations, each => Assert.True(
            each.Text.Contains("NonBacktracking", StringComparison.Ordinal) || each.Text.Contains("Timeout", StringComparison.OrdinalIgnoreCase) || each.Text.Contains("Linear", StringComparison.Ordinal),
            $"{each.File} has a regular expression that is neither NonBacktracking nor limited in time: {each.Text}"));

        // Static calls, and "new" without a type, would not be seen above.
        Assert.All(
            new[] { "functions", "local" }.SelectMany(RepositoryFiles.Sources).Select(File.ReadAllText),
            text => Assert.DoesNotMatch(@"\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\(", text));
    }

    private static IEnumerable<string> Declarations(string source)
    {
        foreach (var start in new[] { "[GeneratedRegex(", "new Regex(", "Regex> ", "Regex " })
        {
            for (var at = source.IndexOf(start, StringComparison.Ordinal); at >= 0; at = source.IndexOf(start, at + 1, StringComparison.Ordinal))
            {
                var end = source.IndexOf(';', at);
                var text = source[at..(end < 0 ? source.Length : end)];
                if (start[0] is '[' or 'n' || text.Contains("= new(", StringComparison.Ordinal))
                {
                    yield return text;
                }
            }
        }
    }

    [Fact]
    public void No_file_of_functions_is_longer_than_a_person_reads_at_once() =>
        Assert.All(RepositoryFiles.Sources("functions"), file => Assert.InRange(File.ReadLines(file).Count(), 1, 300));
}
