using System.Text.Json;
using Intake.Local.CommandLine;
using Intake.Local.CommandLine.Analysis;

namespace Intake.Tests.Local;

public sealed class AnalyseVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake-analyse-").FullName;

    [Fact]
    public async Task Each_text_is_one_line_with_phrases_that_stand_where_they_say()
    {
        var lines = Enumerable.Range(0, 2_000).Select(i => JsonSerializer.Serialize(new { id = $"t{i}", text = $"The trust fund needs donors {i}.\n\nLe fonds est vide et les donateurs manquent toujours." })).ToList();

        Assert.Equal(0, await RunAsync(lines));

        var found = File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(Enumerable.Range(0, 2_000).Select(i => $"t{i}"), found.Select(result => result.GetProperty("id").GetString()));
        var text = JsonDocument.Parse(lines[7]).RootElement.GetProperty("text").GetString()!;
        Assert.Equal(["en", "fr"], found[7].GetProperty("passages").EnumerateArray().Select(passage => passage.GetProperty("language").GetString()));
        Assert.NotEmpty(found[7].GetProperty("phrases").EnumerateArray());
        Assert.All(found[7].GetProperty("phrases").EnumerateArray(), phrase =>
            Assert.Equal(phrase.GetProperty("text").GetString(), text[phrase.GetProperty("start").GetInt32()..phrase.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task Bad_lines_are_left_out_and_the_exit_code_says_so()
    {
        Assert.Equal(1, await RunAsync(["{\"id\":1,\"text\":\"We agree.\"}", "no", "{\"id\":2}", "", "{\"text\":\"We do not.\"}"]));

        Assert.Equal(["1", "5"], File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("no", "it is no JSON")]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("{}", "it has no string \"text\"")]
    [InlineData("{\"text\":\"\\ud800\"}", "it has a string that is no text")]
    public void What_is_wrong_with_a_line_is_said(string line, string problem) => Assert.Equal(problem, TextLine.Parse(line, 1).Problem);

    [Fact]
    public async Task A_call_of_themes_alone_is_enough_and_what_is_labelled_is_learned()
    {
        var call = Write("call.json", "[{\"id\":\"a\",\"title\":\"Farming\"},{\"id\":\"b\",\"title\":\"Schools\"}]");
        var labelled = Write("labelled.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i =>
            $"{{\"text\":\"Irrigation of the maize and the livestock {i}\",\"theme\":\"a\"}}\n{{\"text\":\"Pupils and the curriculum and homework {i}\",\"theme\":\"b\"}}\n")));

        Assert.Equal(0, await RunAsync(["{\"id\":1,\"text\":\"The maize needs irrigation.\"}", "{\"id\":2,\"text\":\"Homework for pupils.\"}"], "--call", call, "--labelled", labelled));

        Assert.Equal(["a", "b"], File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("themes")[0].GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("--batch", "--in", "x")]
    [InlineData("--in", "x", "y")]
    [InlineData()]
    public async Task What_cannot_be_meant_is_refused(params string[] arguments)
    {
        var verb = new AnalyseVerb();
        await Assert.ThrowsAsync<UsageException>(() => verb.RunAsync(Arguments.Parse(arguments, verb.Options), CancellationToken.None));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Out => Path.Combine(_folder, "out.jsonl");

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<int> RunAsync(IEnumerable<string> lines, params string[] more)
    {
        var verb = new AnalyseVerb();
        return verb.RunAsync(
            Arguments.Parse(["--in", Write("in.jsonl", string.Join('\n', lines)), "--out", Out, .. more], verb.Options), CancellationToken.None);
    }
}
