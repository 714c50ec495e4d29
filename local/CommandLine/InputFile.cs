namespace Intake.Local.CommandLine;

/// <summary>A file named on the command line, or found in a folder named there.</summary>
/// <param name="Path">Where it is; <c>-</c> is standard input.</param>
/// <param name="Size">Bytes; 0 when not known.</param>
/// <param name="Problem">Why it cannot be opened, when that is known already.</param>
internal sealed record InputFile(string Path, long Size, string? Problem = null)
{
    /// <summary>Found in a folder, where pipes and devices lie about too: they have no length, and never end.</summary>
    private bool WasFound { get; init; }

    private const string StandardInput = "-";

    public string Name => Path == StandardInput ? "stdin" : System.IO.Path.GetFileName(Path);

    public Stream Open() => Path == StandardInput ? Console.OpenStandardInput()
        : WasFound && Size == 0 ? Stream.Null
        : new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    /// <summary>Turns what went wrong with a file or folder into words; null for a fault that is none of the file's.</summary>
    public static string? ProblemOf(Exception fault) => fault switch
    {
        UnauthorizedAccessException => "It may not be read: permission denied.",
        FileNotFoundException or DirectoryNotFoundException => "There is no such file.",
        IOException => "It could not be opened: " + fault.Message,
        _ => null,
    };

    /// <summary>
    /// The files in the order of the arguments, a folder's in the order of their names, folders within it too. Links to
    /// folders are followed where they are named, not where they are found: they may lead in circles.
    /// </summary>
    public static IEnumerable<InputFile> List(IEnumerable<string> paths) => paths.SelectMany(path =>
        path == StandardInput ? [new(path, 0)] : Directory.Exists(path) ? Folder(path) : [Named(path)]);

    private static InputFile Named(string path) =>
        File.Exists(path) ? new(path, new FileInfo(path).Length) : new(path, 0, "There is no such file.");

    private static IEnumerable<InputFile> Folder(string root)
    {
        var open = new Stack<string>([root]);
        while (open.TryPop(out var path))
        {
            if (path == root || (Directory.Exists(path) && new DirectoryInfo(path).LinkTarget is null))
            {
                string[] entries = [];
                string? problem = null;
                try
                {
                    entries = Directory.GetFileSystemEntries(path);
                }
                catch (Exception fault) when (ProblemOf(fault) is not null)
                {
                    problem = ProblemOf(fault);
                }

                if (problem is not null)
                {
                    yield return new(path, 0, problem);
                }

                foreach (var entry in entries.OrderDescending(StringComparer.Ordinal))
                {
                    open.Push(entry);
                }
            }
            else if (!Directory.Exists(path))
            {
                yield return Found(path);
            }
        }
    }

    private static InputFile Found(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true) is not { } target ? Named(path) with { WasFound = true }
                : target.Exists ? new(path, ((FileInfo)target).Length) { WasFound = true }
                : new(path, 0, "It is a link that leads nowhere.");
        }
        catch (Exception fault) when (ProblemOf(fault) is not null)
        {
            return new(path, 0, ProblemOf(fault));
        }
    }
}
