namespace Intake.Local.CommandLine;

/// <summary>The options of <see cref="RunVerb"/>.</summary>
/// <param name="Port">On 127.0.0.1; 0 is a free one.</param>
/// <param name="Key">The function key; null when not given.</param>
/// <param name="DataFolder">For Azurite's data and mail, a full path.</param>
/// <param name="Storage">A connection string instead of Azurite; null when not given.</param>
/// <param name="Sample">Whether the sample is wanted.</param>
/// <param name="Mail">Whether maildev is wanted.</param>
public sealed record RunOptions(int Port, string? Key, string DataFolder, string? Storage, bool Sample, bool Mail)
{
    /// <summary>Core Tools' port.</summary>
    private const int UsualPort = 7071;

    /// <summary>For verbs that need the data folder.</summary>
    public static Option DataOption { get; } = new("--data", "DIR", "where Azurite keeps its data (.data)");

    /// <summary>For verbs that need the storage account.</summary>
    public static Option StorageOption { get; } =
        new("--storage", "CONNECTION", "a storage account instead of Azurite");

    public static IReadOnlyList<Option> All { get; } =
    [
        new("--port", "N", $"the port on 127.0.0.1 ({UsualPort}); 0 is a free one"),
        new("--key", "KEY", "the key of all functions (the setting LocalFunctionKey, or 'local')"),
        DataOption,
        StorageOption,
        new("--no-sample", null, "do not load the sample call"),
        new("--no-mail", null, "do not start maildev"),
        new("--help", null, "this"),
    ];

    public static RunOptions From(Arguments arguments, LocalSettings settings)
    {
        if (arguments.Rest.Count > 0)
        {
            throw new UsageException($"'{arguments.Rest[0]}' is not understood.");
        }

        return new RunOptions(
            arguments.Number("--port", UsualPort, 0, ushort.MaxValue),
            arguments.Value("--key"),
            DataFolderOf(arguments, settings),
            arguments.Value("--storage"),
            !arguments.Has("--no-sample"),
            !arguments.Has("--no-mail"));
    }

    /// <summary>The folder of --data, or .data in the repository.</summary>
    public static string DataFolderOf(Arguments arguments, LocalSettings settings) =>
        Path.GetFullPath(arguments.Value("--data") ?? Path.Combine(settings.Folder, ".data"));
}
