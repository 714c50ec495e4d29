using Intake.Extract;

namespace Intake.Local.CommandLine.Analysis;

/// <summary>What was found in one text: a line of the output. Offsets are UTF-16 units in the text.</summary>
/// <param name="Problem">What could not be read of a document; null otherwise.</param>
internal sealed record TextResult(
    string Id, string Language, IReadOnlyList<PhraseResult> Phrases, IReadOnlyList<ThemeResult> Themes, IReadOnlyList<int> Questions,
    IReadOnlyList<PassageResult> Passages, string? Problem = null);

internal sealed record PhraseResult(string Text, double Score, int Start, int End);

internal sealed record ThemeResult(string Id, double Score, IReadOnlyList<string> Why);

/// <param name="Kind">Null for a paragraph.</param>
internal sealed record PassageResult(
    int Start, int End, string Language, PassageKind? Kind, IReadOnlyList<PhraseResult> Phrases, IReadOnlyList<ThemeResult> Themes, IReadOnlyList<int> Questions);
