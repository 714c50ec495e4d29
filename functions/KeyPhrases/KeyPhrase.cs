namespace Intake.KeyPhrases;

/// <summary>A phrase that says what a passage is about, as it stands in the text.</summary>
/// <param name="Text">Surface form, verbatim.</param>
/// <param name="Score">0 to 1; comparable within one contribution.</param>
/// <param name="Passage">The passage's number.</param>
/// <param name="Start">First UTF-16 unit in the document's text.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
public sealed record KeyPhrase(string Text, double Score, int Passage, int Start, int End);

/// <summary>The key phrases of one revision: the blob that stage 3 writes.</summary>
/// <param name="Engine">Name and version of what found them, for the digest's method note.</param>
/// <param name="Top">Of the contribution as a whole, best first, each at its best place.</param>
/// <param name="All">Of every passage, in the order of the text.</param>
public sealed record PhraseSet(string Engine, IReadOnlyList<KeyPhrase> Top, IReadOnlyList<KeyPhrase> All);
