using System.Collections.Frozen;

namespace Intake.KeyPhrases;

/// <summary>What is known beforehand about a word of a language.</summary>
[Flags]
internal enum WordTraits : byte
{
    None = 0,

    /// <summary>Neither begins nor ends a phrase, nor stands in it.</summary>
    Stop = 1,

    /// <summary>A stop word that may stand inside a phrase.</summary>
    Link = 2,
    Generic = 4,

    /// <summary>Stop words of scripts without spaces: this is a word although it contains one.</summary>
    Keep = 8,

    /// <summary>A stop word that may stand inside a name, between words with capitals.</summary>
    NameLink = 16,

    /// <summary>May begin a phrase but not end it.</summary>
    NotLast = 32,

    /// <summary>A verb or the like: no part of a phrase, but it can tell a theme.</summary>
    Weak = 64,
}

/// <summary>The word lists of one language, from <c>words.txt</c>.</summary>
internal sealed class WordLists
{
    private static readonly Lazy<FrozenDictionary<string, WordLists>> All = new(Load);

    private readonly FrozenDictionary<string, WordTraits> _words;
    private readonly FrozenDictionary<string, WordTraits>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private WordLists(string language, ILookup<string, string[]> kinds)
    {
        var words = new Dictionary<string, WordTraits>();
        foreach (var (kind, trait) in new[]
        {
            ("stop", WordTraits.Stop),
            ("weak", WordTraits.Stop | WordTraits.Weak),
            ("link", WordTraits.Stop | WordTraits.Link),
            ("namelink", WordTraits.Stop | WordTraits.NameLink),
            ("generic", WordTraits.Generic),
            ("keep", WordTraits.Keep),
            ("adjective", WordTraits.NotLast),
        })
        {
            foreach (var word in kinds[kind].SelectMany(list => list).Select(word => Fold.Word(word)))
            {
                words[word] = words.GetValueOrDefault(word) | trait;
            }
        }

        Language = language;
        FunctionWords = [.. kinds["stop"].SelectMany(list => list)];
        Stemmer = new(kinds["prefix"].SelectMany(list => list), kinds["inflection"].SelectMany(list => list),
            kinds["derivation"].SelectMany(list => list));
        LongestWord = words.Count == 0 ? 0 : words.Keys.Max(word => word.Length);
        _words = words.ToFrozenDictionary();
        _lookup = _words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Language { get; }

    public IReadOnlyList<string> FunctionWords { get; }

    public Stemmer Stemmer { get; }

    public int LongestWord { get; }

    /// <summary>Whether the language has lists at all; without, statistics have to do.</summary>
    public bool Any => _words.Count > 0;

    /// <summary>Of a language by its BCP 47 tag; empty lists for one that has none.</summary>
    public static WordLists For(string tag)
    {
        var lookup = All.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(Primary(tag), out var lists) ? lists : All.Value[LanguageDetector.Unknown];
    }

    /// <summary>The language of a BCP 47 tag, without script and region.</summary>
    public static ReadOnlySpan<char> Primary(string tag)
    {
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        return tag.AsSpan(0, dash < 0 ? tag.Length : dash);
    }

    public WordTraits Traits(ReadOnlySpan<char> folded) =>
        _lookup.TryGetValue(folded, out var traits) ? traits : WordTraits.None;

    private static FrozenDictionary<string, WordLists> Load() => EmbeddedText.Lines("words.txt")
        .Select(line => line.Split('\t'))
        .GroupBy(parts => parts[0])
        .Select(group => new WordLists(group.Key, group.ToLookup(parts => parts[1], parts => parts[2].Split(' '))))
        .Append(new WordLists(LanguageDetector.Unknown, Array.Empty<string[]>().ToLookup(parts => "", parts => parts)))
        .ToFrozenDictionary(lists => lists.Language);
}
