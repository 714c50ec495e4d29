using System.Text.Json.Serialization;

namespace Intake.Http;

/// <summary>An error as RFC 9457 problem details.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Stable; what a program tells problems apart by. The README lists them.</param>
/// <param name="Title">The kind of problem, the same every time.</param>
/// <param name="Detail">This problem, in a sentence its reader understands.</param>
/// <param name="Errors">The single mistakes, with the path or field each stands at.</param>
public sealed record Problem(
    int Status, string Type, string Title, string Detail, IReadOnlyList<InputError>? Errors = null)
{
    /// <summary>The last word of the type: <c>unknown-call</c>.</summary>
    [JsonIgnore]
    public string Kind => Type[(Type.LastIndexOf(':') + 1)..];
}

/// <summary>Ends the handling of a request with a problem. Only Http/Api.cs catches it.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;

    /// <summary>The rest of the body will not be read: close the connection instead of draining it.</summary>
    public bool CloseConnection { get; init; }

    /// <summary>When to try again.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
