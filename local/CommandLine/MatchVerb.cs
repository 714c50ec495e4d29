using System.Text.Json;
using Intake.Positions;

namespace Intake.Local.CommandLine;

/// <summary>How well statements express given points: what positions are built on, by itself.</summary>
internal sealed class MatchVerb : IVerb
{
    public string Name => "match";

    public string Summary => "Tells how well each statement expresses each given point of its topic.";

    public IReadOnlyList<Option> Options { get; } =
    [
        new("--in", "FILE", "statements, a JSON line each: id, text, topic (without one: all points)"),
        new("--points", "FILE", "points, a JSON line each: id, text, topic"),
        new("--out", "FILE", "where to write id and scores of each statement, a JSON line each"),
        new("--help", null, "this"),
    ];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var statements = await ReadAsync(arguments, "--in", cancellationToken);
        var points = await ReadAsync(arguments, "--points", cancellationToken);
        var path = arguments.Value("--out") ?? throw new UsageException("--out FILE is missing.");
        var scores = new SortedDictionary<string, double>[statements.Count];
        foreach (var topic in statements.Select((statement, index) => (statement, index)).GroupBy(each => each.statement.Topic))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var candidates = points.Where(point => topic.Key is null || point.Topic is null || point.Topic == topic.Key).ToList();
            var rows = PointMatcher.Score([.. topic.Select(each => each.statement.Text)], [.. candidates.Select(point => point.Text)]);
            foreach (var ((_, index), row) in topic.Zip(rows))
            {
                scores[index] = new(StringComparer.Ordinal);
                for (var p = 0; p < row.Length; p++)
                {
                    scores[index][candidates[p].Id] = Math.Round(row[p], 6);
                }
            }
        }

        await using var output = new StreamWriter(path) { NewLine = "\n" };
        for (var s = 0; s < scores.Length; s++)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { statements[s].Id, scores = scores[s] }, Json.Options));
        }

        return 0;
    }

    private static async Task<List<Statement>> ReadAsync(Arguments arguments, string option, CancellationToken cancellation)
    {
        var path = arguments.Value(option) ?? throw new UsageException($"{option} FILE is missing.");
        var read = new List<Statement>();
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            if (line.Length == 0)
            {
                continue;
            }

            try
            {
                var statement = JsonSerializer.Deserialize<Statement>(line, Json.Options);
                read.Add(statement is { Id: not null, Text: not null } ? statement : throw new JsonException());
            }
            catch (JsonException)
            {
                throw new UsageException($"{path}, line {read.Count + 1}: not a JSON object with id and text.");
            }
        }

        return read;
    }
}
