using Intake.Extract;
using Intake.PersonalData;

namespace Intake.KeyPhrases;

/// <summary>What finds languages, key phrases and personal data: the embedded engine, or a service. Knows nothing of
/// storage.</summary>
public interface IAnalyser
{
    /// <summary>Engine and version, for the digest's method note.</summary>
    string Name { get; }

    /// <summary>A BCP 47 tag, or <c>und</c>, for each text.</summary>
    ValueTask<IReadOnlyList<string>> DetectLanguagesAsync(IReadOnlyList<string> texts, CancellationToken cancellation);

    /// <summary>The key phrases of one revision, whose passages these are, in order.</summary>
    ValueTask<PhraseSet> FindKeyPhrasesAsync(IReadOnlyList<PassageText> passages, CancellationToken cancellation);

    /// <summary>The personal data of each text, in the order of the text; none overlaps another.</summary>
    ValueTask<IReadOnlyList<IReadOnlyList<PersonalDatum>>> FindPersonalDataAsync(IReadOnlyList<string> texts,
        CancellationToken cancellation);
}

/// <summary>A passage with its own text: <c>Text[0]</c> is the unit at <see cref="Passage.Start"/> of the
/// document.</summary>
public sealed record PassageText(Passage Passage, string Text);
