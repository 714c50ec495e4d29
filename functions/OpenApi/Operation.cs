namespace Intake.OpenApi;

/// <summary>One thing the API does. A test compares all of them with the functions, and their shapes with real answers.</summary>
/// <param name="Method">Lower case.</param>
/// <param name="Path">With parameters in braces, as OpenAPI writes it.</param>
/// <param name="Id">The function's name.</param>
/// <param name="Summary">A sentence.</param>
internal sealed record Operation(string Method, string Path, string Id, string Summary)
{
    /// <summary>A longer word on it.</summary>
    public string? Description { get; init; }

    /// <summary>Needs the function key.</summary>
    public bool Key { get; init; }

    /// <summary>What the contribution's receipt is for: null when none is asked for.</summary>
    public string? Receipt { get; init; }

    /// <summary>Names of parameters in <see cref="Parameters"/> that are not in the path.</summary>
    public string[] Query { get; init; } = [];

    public Shape? Body { get; init; }

    /// <summary>Content types that the body may have.</summary>
    public string[] Accepts { get; init; } = ["application/json"];

    /// <summary>By status; a null shape is no body.</summary>
    public (int Status, Shape? Shape)[] Answers { get; init; } = [];

    /// <summary>Content types of the answer, when it is not only JSON.</summary>
    public string[] Gives { get; init; } = ["application/json"];

    /// <summary>Types of problems it answers with, divided by blanks; <c>storage-unavailable</c> goes without saying, unless <see cref="Unstored"/>.</summary>
    public string Problems { get; init; } = "";

    /// <summary>Answers whether storage does or not.</summary>
    public bool Unstored { get; init; }

    /// <summary>The part of the API it belongs to.</summary>
    public string Tag { get; init; } = "";
}

/// <summary>What a body looks like.</summary>
/// <param name="Type">Its properties.</param>
/// <param name="Name">Of its schema; the type's if null.</param>
/// <param name="Required">Of a request: what must be there. Null for an answer, where all that is never null is.</param>
/// <param name="Without">Properties of the type that it has not.</param>
internal sealed record Shape(Type Type, string? Name = null, string[]? Required = null, string[]? Without = null)
{
    public string SchemaName => Name ?? Type.Name;

    public static Shape Of<T>() => new(typeof(T));

    public static Shape In<T>(string name, params string[] required) => new(typeof(T), name, required);
}
