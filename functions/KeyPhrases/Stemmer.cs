namespace Intake.KeyPhrases;

/// <summary>Takes endings off folded words, the longest that fits, by the rules of one language in <c>words.txt</c>.
/// What is left is a key to compare by, not a word.</summary>
internal sealed class Stemmer(IEnumerable<string> prefixes, IEnumerable<string> inflection,
    IEnumerable<string> derivation)
{
    /// <summary>Characters that have to remain of an inflected word.</summary>
    private const int MinStem = 3;

    /// <summary>Characters that have to remain of a derived word: shorter roots mean too many things.</summary>
    private const int MinRoot = 4;

    private readonly string[] _prefixes = [.. prefixes.OrderByDescending(prefix => prefix.Length)];
    private readonly Rule[] _inflection = Rules(inflection);
    private readonly Rule[] _derivation = Rules(derivation);

    /// <summary>Number, case and gender off: what merges the variants of a phrase. Works in place.</summary>
    /// <returns>The stem, a part of <paramref name="word"/>.</returns>
    public Span<char> Inflection(Span<char> word)
    {
        foreach (var prefix in _prefixes)
        {
            if (word.Length >= prefix.Length + MinStem && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                word = word[prefix.Length..];
                break;
            }
        }

        return Apply(_inflection, word, MinStem);
    }

    /// <summary>Derivation off too: what brings "participate" and "participation" together, for themes.</summary>
    public Span<char> Root(Span<char> word) => Apply(_derivation, Inflection(word), MinRoot);

    private static Span<char> Apply(Rule[] rules, Span<char> word, int min)
    {
        foreach (var rule in rules)
        {
            if (word.Length >= rule.Suffix.Length + min - rule.Replacement.Length
                && word.EndsWith(rule.Suffix, StringComparison.Ordinal)
                && word.Length > rule.Suffix.Length)
            {
                var stem = word.Length - rule.Suffix.Length;
                rule.Replacement.CopyTo(word[stem..]);
                return word[..(stem + rule.Replacement.Length)];
            }
        }

        return word;
    }

    private static Rule[] Rules(IEnumerable<string> rules) => [.. rules.Distinct()
        .Select(rule => rule.Split(':'))
        .Select(parts => new Rule(parts[0], parts.Length > 1 ? parts[1] : ""))
        .OrderByDescending(rule => rule.Suffix.Length).ThenBy(rule => rule.Suffix, StringComparer.Ordinal)];

    private readonly record struct Rule(string Suffix, string Replacement);
}
