using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>What the engine keeps from one contribution to the next so that it need not be made again: words already
/// looked up, and arrays. Rented by one thread at a time; nothing in it changes an answer.</summary>
internal sealed class PhraseWorkspace
{
    /// <summary>Languages whose words are kept.</summary>
    private const int MaxLexicons = 12;

    /// <summary>Tokens of a batch above which the arrays are not kept.</summary>
    private const int MaxKept = 100_000;

    private static readonly ConcurrentBag<PhraseWorkspace> Free = [];
    private static readonly ConcurrentDictionary<string, Tagger?> Taggers = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Lexicon> _lexicons = new(StringComparer.Ordinal);

    public Background Background { get; init; } = Background.Instance;

    public List<Token> Raw { get; } = [];

    public List<Token> Tokens { get; } = [];

    public List<TokenInfo> Infos { get; } = [];

    public List<WordFigures> Words { get; } = [];

    public List<PhraseCandidate> Candidates { get; } = [];

    public List<PhrasePlace> Places { get; } = [];

    public List<int> Types { get; } = [];

    public List<PartOfSpeech> Tags { get; } = [];

    public CandidateTable Table { get; } = new();

    /// <summary>Tells the figures of this batch from those before.</summary>
    public int Text { get; private set; }

    public static PhraseWorkspace Rent() => Free.TryTake(out var workspace) ? workspace : new();

    public static void Return(PhraseWorkspace workspace)
    {
        if (workspace.Tokens.Capacity <= MaxKept && Free.Count < Environment.ProcessorCount * 2)
        {
            Free.Add(workspace);
        }
    }

    public static Tagger? Tagger(string language) => Taggers.GetOrAdd(language,
        tag => TaggerModel.For(tag) is { } model ? new Tagger(model) : null);

    /// <summary>Begins another batch.</summary>
    public void Clear()
    {
        Text++;
        Raw.Clear();
        Tokens.Clear();
        Infos.Clear();
        Words.Clear();
        Candidates.Clear();
        Places.Clear();
        Table.Clear();
        if (_lexicons.Count > MaxLexicons)
        {
            _lexicons.Clear();
        }

        foreach (var lexicon in _lexicons.Values)
        {
            lexicon.Trim();
        }
    }

    public Lexicon Lexicon(WordLists lists) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_lexicons, lists.Language, out _) ??=
            new(lists, TaggerModel.For(lists.Language), Background);
}

/// <summary>What the words of phrases are, by token.</summary>
internal struct TokenInfo
{
    public ulong Stem;
    public int Word;
    public PartOfSpeech Tag;
    public WordTraits Traits;

    /// <summary>Whether a phrase may begin and end with it.</summary>
    public bool Content;

    /// <summary>A verb that is no part of a longer phrase.</summary>
    public bool Verb;
}

/// <summary>A word's figures over the batch.</summary>
internal struct WordFigures
{
    public int Count;
    public int First;
    public int Passages;
    public int LastPassage;
    public int Capitals;
    public int Nouns;
    public byte Length;
    public byte Frequency;
    public float Idf;
    public float Weight;
}

/// <summary>A run of words that could be a key phrase.</summary>
internal struct PhraseCandidate
{
    public ulong Key;
    public int First;
    public int Last;
    public int Count;

    /// <summary>Occurrences that no other content word adjoins.</summary>
    public int Whole;

    /// <summary>The count of the most frequent candidate that is this one and a word more.</summary>
    public int Longer;

    /// <summary>Occurrences with a capital that no beginning of a sentence explains.</summary>
    public int Capitals;

    /// <summary>Occurrences that begin a sentence.</summary>
    public int Starts;

    public int Sentences;
    public int LastSentence;
    public int FirstToken;
    public int LastToken;

    /// <summary>Words seen before and after it: a bit for each, hashed.</summary>
    public uint Left;
    public uint Right;
    public bool Generic;
    public byte Words;
    public byte Links;
    public float Prior;
    public float Score;
}

/// <summary>A place of a candidate, in the order of the text.</summary>
internal struct PhrasePlace
{
    public int Token;
    public int Candidate;

    /// <summary>The candidate's next place, or -1.</summary>
    public int Next;
    public int Piece;

    /// <summary>Whether no other content word adjoins.</summary>
    public bool Whole;
}

/// <summary>Candidates by the hash of their words.</summary>
internal sealed class CandidateTable
{
    private const int MaxKept = 1 << 17;

    private int[] _cells = new int[1 << 11];
    private int _count;

    public void Clear()
    {
        _count = 0;
        if (_cells.Length > MaxKept)
        {
            _cells = new int[1 << 11];
        }
        else
        {
            Array.Clear(_cells);
        }
    }

    /// <summary>The number of the candidate with this key; a new one, added to the list, if there is none.</summary>
    public int Of(ulong key, List<PhraseCandidate> candidates, out bool known)
    {
        var span = CollectionsMarshal.AsSpan(candidates);
        var mask = _cells.Length - 1;
        var at = (int)(key >> 40) & mask;
        while (_cells[at] != 0)
        {
            if (span[_cells[at] - 1].Key == key)
            {
                known = true;
                return _cells[at] - 1;
            }

            at = (at + 1) & mask;
        }

        known = false;
        candidates.Add(new() { Key = key });
        _cells[at] = candidates.Count;
        if (++_count * 2 > _cells.Length)
        {
            Grow(candidates);
        }

        return candidates.Count - 1;
    }

    private void Grow(List<PhraseCandidate> candidates)
    {
        _cells = new int[_cells.Length * 4];
        var mask = _cells.Length - 1;
        for (var i = 0; i < candidates.Count; i++)
        {
            var at = (int)(candidates[i].Key >> 40) & mask;
            while (_cells[at] != 0)
            {
                at = (at + 1) & mask;
            }

            _cells[at] = i + 1;
        }
    }
}
