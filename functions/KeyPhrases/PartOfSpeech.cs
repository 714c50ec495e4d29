namespace Intake.KeyPhrases;

/// <summary>The universal parts of speech (Universal Dependencies), without punctuation, which the segmenter leaves
/// out. Sixteen, so that the scores of a word fill one vector.</summary>
internal enum PartOfSpeech : byte
{
    Adjective,
    Adposition,
    Adverb,
    Auxiliary,
    Conjunction,
    Determiner,
    Interjection,
    Noun,
    Numeral,
    Particle,
    Pronoun,
    ProperNoun,
    Subordinator,
    Symbol,
    Verb,
    Other,
}
