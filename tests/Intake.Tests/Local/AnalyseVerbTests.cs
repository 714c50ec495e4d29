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

    [Fact]
    public async Task One_thread_or_several_write_the_same_bytes()
    {
        var call = Write("call.json", "[{\"id\":\"a\",\"title\":\"Farming and harvest\"},{\"id\":\"b\",\"title\":\"Schools and pupils\"}]");
        string[] said = ["The harvest of the maize failed again in many villages.", "Pupils need schools, and schools need teachers.", "La récolte du maïs a manqué et les écoles sont fermées.", "Школам нужны учителя."];
        var lines = Enumerable.Range(0, 3_000).Select(i => JsonSerializer.Serialize(new
        {
            id = i,
            text = string.Join(i % 3 == 0 ? "\n\n" : " ", Enumerable.Range(0, 1 + i % 7).Select(n => $"{said[(i + n * n) % said.Length]} {i * n}")),
        })).ToList();

        var written = new List<byte[]>();
        foreach (var workers in (int[])[1, 2, 8])
        {
            Assert.Equal(0, await RunAsync(lines, new AnalyseVerb { Workers = workers }, "--call", call, "--batch"));
            written.Add(await File.ReadAllBytesAsync(Out));
        }

        Assert.Equal(written[0], written[1]);
        Assert.Equal(written[0], written[2]);
        Assert.Equal(Enumerable.Range(0, 3_000).Select(i => $"{i}"), File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task In_a_batch_every_sentence_has_its_likeliest_theme_first_also_without_a_word_of_its_title()
    {
        var call = Write("call.json", "[{\"id\":\"sport\",\"title\":\"Sports\"},{\"id\":\"health\",\"title\":\"Health\"},{\"id\":\"travel\",\"title\":\"Travel\"}]");
        string[][] said =
        [
            ["football", "goalkeeper", "championship", "coach", "stadium", "tennis", "players", "league", "match", "tournament"],
            ["doctor", "surgery", "patients", "vaccine", "nurse", "disease", "hospital", "infection", "symptoms", "medicine"],
            ["airport", "hotel", "tourists", "passport", "flights", "luggage", "visitors", "holiday", "airline", "sightseeing"],
        ];
        var random = new Random(5);
        var lines = Enumerable.Range(0, 240).Select(i => JsonSerializer.Serialize(new
        {
            id = i,
            text = $"Yesterday the {said[i % 3][random.Next(10)]} and the {said[i % 3][random.Next(10)]} were better than the {said[i % 3][random.Next(10)]}.",
        }));

        Assert.Equal(0, await RunAsync(lines, "--call", call, "--batch"));

        var first = File.ReadLines(Out).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("themes")[0].GetProperty("id").GetString()).ToList();
        var right = first.Where((theme, i) => theme == ((string[])["sport", "health", "travel"])[i % 3]).Count();
        Assert.InRange(right, 216, 240);
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

    private Task<int> RunAsync(IEnumerable<string> lines, params string[] more) => RunAsync(lines, new AnalyseVerb(), more);

    private Task<int> RunAsync(IEnumerable<string> lines, AnalyseVerb verb, params string[] more) => verb.RunAsync(
        Arguments.Parse(["--in", Write("in.jsonl", string.Join('\n', lines)), "--out", Out, .. more], verb.Options), CancellationToken.None);
}
