namespace Intake.Local.CommandLine;

/// <summary>An option of a verb.</summary>
/// <param name="Name">With its dashes.</param>
/// <param name="Value">What its value is, such as DIR; null for one that is there or not.</param>
/// <param name="Help">One line.</param>
public sealed record Option(string Name, string? Value, string Help);
