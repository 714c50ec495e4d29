using System.Text.Json;
using Intake.Local.CommandLine.Analysis;
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
        var (statements, points) = (Read(arguments, "--in", out var bad), Read(arguments, "--points", out var badPoints));
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

        return bad || badPoints ? 1 : 0;
    }

    /// <summary>As texts are read to be analysed: an id may be a number, and lines that cannot be read are named and left
    /// out.</summary>
    private static List<Statement> Read(Arguments arguments, string option, out bool bad)
    {
        var path = arguments.Value(option) ?? throw new UsageException($"{option} FILE is missing.");
        var (read, problems) = (new List<Statement>(), 0);
        try
        {
            foreach (var line in TextLine.Read(path))
            {
                if (line.Text is not null)
                {
                    read.Add(new(line.Id, line.Text, line.Topic));
                    continue;
                }

                problems++;
                Console.Error.WriteLine($"{CleanText.Line(path)}, line {line.Number}: {line.Problem}.");
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option} {CleanText.Line(path)}: {fault.Message}");
        }

        bad = problems > 0;
        return read;
    }
}
