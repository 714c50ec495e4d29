using System.Globalization;
using System.Text;
using Intake.Receive;

namespace Intake.Local.CommandLine;

/// <param name="Input">What is read.</param>
/// <param name="Output">Where its text goes; null for nowhere.</param>
/// <param name="WasRenamed">Another file of the same name came before it.</param>
internal sealed record OutputFile(InputFile Input, string? Output, bool WasRenamed);

/// <summary>Where each file's text goes: no two go to one place, also where upper and lower case are one.</summary>
internal static class OutputNames
{
    private const string Extension = ".txt";

    public static List<OutputFile> For(IEnumerable<InputFile> files, string? folder)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var next = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        return [.. files.Select(file =>
        {
            if (folder is null || file.Problem is not null)
            {
                return new OutputFile(file, null, WasRenamed: false);
            }

            var name = Fitting(file.Name, Extension);
            var wasRenamed = false;
            while (!taken.Add(name))
            {
                wasRenamed = true;
                var number = next[file.Name] = next.GetValueOrDefault(file.Name, 1) + 1;
                name = Fitting(file.Name, string.Create(CultureInfo.InvariantCulture, $" ({number}){Extension}"));
            }

            return new(file, Path.Combine(folder, name), wasRenamed);
        })];
    }

    /// <summary>The ending may make a name longer than a file's may be.</summary>
    private static string Fitting(string name, string ending)
    {
        while (Encoding.UTF8.GetByteCount(name + ending) > SafeFileName.MaxBytes)
        {
            name = name[..^(char.IsLowSurrogate(name[^1]) ? 2 : 1)];
        }

        return name + ending;
    }
}
