using System.Text.Json;
using Intake.Local.CommandLine;

namespace Intake.Tests.Local;

public sealed class MatchVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake-match-").FullName;

    [Fact]
    public async Task Each_statement_has_a_score_for_every_point_of_its_topic_and_the_fitting_one_has_the_best()
    {
        Assert.Equal(0, await RunAsync(
            """
            {"id":7,"text":"Donors must pay for the travel of delegates from poor countries.","topic":"money"}
            {"id":"b","text":"The annual meeting should be held in the regions in turn.","topic":2}
            """,
            """
            {"id":1,"text":"Travel support for participants from developing countries is needed.","topic":"money"}
            {"id":"p2","text":"Translation into six languages is needed.","topic":"money"}
            {"id":"p3","text":"Meetings should take place in different regions.","topic":2}
            """));

        var found = File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["7", "b"], found.Select(match => match.GetProperty("id").GetString()));
        var scores = found[0].GetProperty("scores");
        Assert.Equal(["1", "p2"], scores.EnumerateObject().Select(score => score.Name));
        Assert.True(scores.GetProperty("1").GetDouble() > scores.GetProperty("p2").GetDouble());
        Assert.Equal("p3", Assert.Single(found[1].GetProperty("scores").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Bad_lines_are_left_out_and_the_exit_code_says_so()
    {
        Assert.Equal(1, await RunAsync("no\n{\"text\":\"Donors should pay.\"}", "{\"id\":\"p\",\"text\":\"Donors pay.\"}\n[]"));

        var match = Assert.Single(File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement));
        Assert.Equal("2", match.GetProperty("id").GetString());
        Assert.Equal("p", Assert.Single(match.GetProperty("scores").EnumerateObject()).Name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Out => Path.Combine(_folder, "out.jsonl");

    private Task<int> RunAsync(string statements, string points)
    {
        var (input, given, verb) = (Path.Combine(_folder, "in.jsonl"), Path.Combine(_folder, "points.jsonl"), new MatchVerb());
        File.WriteAllText(input, statements);
        File.WriteAllText(given, points);
        return verb.RunAsync(Arguments.Parse(["--in", input, "--points", given, "--out", Out], verb.Options), CancellationToken.None);
    }
}
