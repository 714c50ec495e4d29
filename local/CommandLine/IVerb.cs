namespace Intake.Local.CommandLine;

/// <summary>One thing the command line can do.</summary>
public interface IVerb
{
    /// <summary>The first argument that calls for it.</summary>
    string Name { get; }

    /// <summary>One line for the list of verbs.</summary>
    string Summary { get; }

    /// <summary>Its options, for the help and for parsing.</summary>
    IReadOnlyList<Option> Options { get; }

    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The arguments are wrong.</exception>
    Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken);
}
