namespace Intake.Extract;

/// <summary>
/// Thrown inside the readers when a document cannot be read (further), and turned into <see cref="ReadText.Problem"/> by
/// <see cref="DocumentReader"/>. The message is a sentence for the contributor.
/// </summary>
internal sealed class UnreadableException(string sentence) : Exception(sentence);
