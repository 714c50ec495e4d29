namespace Intake.Themes.Learning;

/// <summary>A text to learn from.</summary>
/// <param name="Text">One passage.</param>
/// <param name="Language">BCP 47 tag, or <c>und</c>.</param>
/// <param name="About">Indexes of the themes that a person said it is about, perhaps none; null when nobody has said.</param>
internal sealed record LearningText(string Text, string Language, IReadOnlyList<int>? About = null);

/// <summary>What is known of a theme before anything was read.</summary>
/// <param name="Parts">Texts, each with its language and how much it counts: 1 for a sentence that describes it.</param>
internal sealed record ThemeText(IReadOnlyList<(string Text, string Language, int Times)> Parts);
