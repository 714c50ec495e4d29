namespace Intake.Extract.Converters;

/// <summary>Where programs are: the folders of the environment's PATH, or others.</summary>
internal sealed class SearchPath(string? folders)
{
    private readonly string[] _folders = (folders ?? Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The full path of a program, or null where there is none of this name.</summary>
    public string? Find(string program)
    {
        var file = OperatingSystem.IsWindows() ? program + ".exe" : program;
        return _folders.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }
}
