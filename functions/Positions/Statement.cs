namespace Intake.Positions;

/// <summary>Something said, or a point that may be: one or a few sentences.</summary>
/// <param name="Id">Its own among all of its kind.</param>
/// <param name="Text">In any language; of those without concepts, statements and points that are to match in the same.</param>
/// <param name="Topic">What it is about: only what has the same topic is compared; null is compared with all.</param>
public sealed record Statement(string Id, string Text, string? Topic = null);
