using System.Globalization;
using System.Runtime.InteropServices;
using Intake.Local.CommandLine;

namespace Intake.Benchmarks;

/// <summary>Prints figures so that they can be pasted into the README: the command, where it ran, a Markdown table.</summary>
internal sealed class Report(string benchmark, params IReadOnlyList<string> columns)
{
    public const string Command = "dotnet run -c Release --project tests/Intake.Benchmarks --";

    /// <summary>The kernel's, which tells whether something else was busy; there is none on other systems.</summary>
    private const string LoadFile = "/proc/loadavg";

    private readonly List<IReadOnlyList<string>> _rows = [];
    private readonly string _before = Load();

    public static string Number(double value, int decimals = 1) =>
        value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    public void Row(params IReadOnlyList<string> cells) => _rows.Add(cells);

    public void Print(Arguments arguments, IEnumerable<Option> options, params IEnumerable<string> notes)
    {
        var given = options.Where(option => arguments.Has(option.Name))
            .Select(option => $" {option.Name} {arguments.Value(option.Name)}");
        Console.WriteLine($"\n`{Command} {benchmark}{string.Concat(given)}`\n");
        Line([.. columns]);
        Line([.. columns.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in _rows)
            Line(row);
        Console.WriteLine();
        foreach (var note in notes)
            Console.WriteLine(note);
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}{_before}.");
    }

    private static void Line(IReadOnlyList<string> cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");

    private static string Load() => File.Exists(LoadFile)
        ? $", load average before the run {File.ReadAllText(LoadFile).Split(' ')[0]}"
        : "";
}
