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

    [Fact]
    public void No_file_of_functions_is_longer_than_a_person_reads_at_once() =>
        Assert.All(RepositoryFiles.Sources("functions"), file => Assert.InRange(File.ReadLines(file).Count(), 1, 300));
}
