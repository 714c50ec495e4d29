namespace Intake.Themes;

/// <summary>That something is about a theme.</summary>
/// <param name="Theme">The theme's id.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Why">The words or references that made it so, at most five.</param>
public sealed record ThemeScore(string Theme, double Score, IReadOnlyList<string> Why);

/// <summary>Themes and questions of one passage; none is an answer.</summary>
/// <param name="Confirmed">A person said so; null otherwise.</param>
public sealed record PassageThemes(
    int Passage, IReadOnlyList<ThemeScore> Themes, IReadOnlyList<int> Questions, bool? Confirmed = null);

/// <summary>Themes and questions of one revision: the blob that stage 4 writes.</summary>
/// <param name="Engine">Name and version of what classified, for the digest's method note.</param>
/// <param name="CallVersion">Which version of the call it was classified by.</param>
/// <param name="Themes">Of the contribution as a whole, strongest first.</param>
/// <param name="Questions">Of the contribution as a whole, ascending.</param>
/// <param name="Passages">One for each passage, in the order of the text.</param>
public sealed record Classification(
    string Engine,
    string CallVersion,
    IReadOnlyList<ThemeScore> Themes,
    IReadOnlyList<int> Questions,
    IReadOnlyList<PassageThemes> Passages);
