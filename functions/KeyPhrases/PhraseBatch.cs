using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>The words of some passages, and every run of them that could be a key phrase, counted. Linear in the text:
/// a word begins at most <see cref="MaxWords"/> candidates.</summary>
internal sealed class PhraseBatch
{
    /// <summary>Words of a phrase, links included.</summary>
    public const int MaxWords = 5;

    /// <summary>Where most words begin with a capital, as in headings, capitals say nothing.</summary>
    private const double MaxCapitals = 0.6;

    private readonly Vocabulary _vocabulary = new();
    private readonly Dictionary<ulong, int> _byKey = [];

    public PhraseBatch(IReadOnlyList<Piece> pieces)
    {
        Pieces = pieces;
        Read();
        CountWords();
        FindCandidates();
    }

    public IReadOnlyList<Piece> Pieces { get; }

    public List<Token> Tokens { get; } = [];

    /// <summary>By piece: its first token. One more at the end.</summary>
    public List<int> FirstToken { get; } = [];

    /// <summary>By token.</summary>
    public List<Vocabulary.Entry> Entries { get; } = [];

    public Word[] Words { get; private set; } = [];

    public List<Candidate> Candidates { get; } = [];

    public List<Occurrence> Occurrences { get; } = [];

    /// <summary>By piece: its first occurrence. One more at the end.</summary>
    public List<int> FirstOccurrence { get; } = [];

    public ReadOnlySpan<char> Surface(int piece, int first, int count)
    {
        var (start, end) = (Tokens[first].Start, Tokens[first + count - 1].End);
        return Pieces[piece].Text.AsSpan(start, end - start);
    }

    private void Read()
    {
        var unspaced = new UnspacedText();
        var raw = new List<Token>();
        var starts = new List<int>();
        foreach (var piece in Pieces)
        {
            starts.Add(raw.Count);
            Segmenter.Read(piece.Text.AsSpan(piece.Start, piece.Length), raw);
            for (var i = starts[^1]; i < raw.Count; i++)
            {
                raw[i] = raw[i] with { Start = raw[i].Start + piece.Start };
                if (raw[i].Kind == TokenKind.HanRun)
                {
                    unspaced.Count(piece.Text.AsSpan(raw[i].Start, raw[i].Length));
                }
            }
        }

        starts.Add(raw.Count);
        for (var p = 0; p < Pieces.Count; p++)
        {
            FirstToken.Add(Tokens.Count);
            var surfaces = _vocabulary.In(Pieces[p].Lists);
            var text = Pieces[p].Text;
            for (var i = starts[p]; i < starts[p + 1]; i++)
            {
                var from = Tokens.Count;
                if (raw[i].Kind is TokenKind.HanRun or TokenKind.UnspacedRun)
                {
                    unspaced.Divide(text, raw[i], Pieces[p].Lists, Tokens);
                }
                else
                {
                    Tokens.Add(raw[i]);
                }

                for (; from < Tokens.Count; from++)
                {
                    Entries.Add(surfaces.Of(text.AsSpan(Tokens[from].Start, Tokens[from].Length)));
                }
            }
        }

        FirstToken.Add(Tokens.Count);
    }

    private void CountWords()
    {
        Words = new Word[_vocabulary.Count];
        for (var p = 0; p < Pieces.Count; p++)
        {
            var capitals = 0;
            for (var i = FirstToken[p]; i < FirstToken[p + 1]; i++)
            {
                capitals += Tokens[i].Has(TokenFlags.Upper) ? 1 : 0;
            }

            var telling = capitals <= MaxCapitals * (FirstToken[p + 1] - FirstToken[p]);
            for (var i = FirstToken[p]; i < FirstToken[p + 1]; i++)
            {
                ref var word = ref Words[Entries[i].Word];
                if (word.Count++ == 0)
                {
                    (word.First, word.LastPassage) = (i, -1);
                }

                if (word.LastPassage != Pieces[p].Number)
                {
                    (word.Passages, word.LastPassage) = (word.Passages + 1, Pieces[p].Number);
                }

                word.Length = Math.Max(word.Length, Tokens[i].Length);
                word.Capitals += telling && (Tokens[i].Has(TokenFlags.AllUpper)
                    || Tokens[i].Has(TokenFlags.Upper) && !Tokens[i].Has(TokenFlags.SentenceStart)) ? 1 : 0;
            }
        }
    }

    private void FindCandidates()
    {
        var tokens = CollectionsMarshal.AsSpan(Tokens);
        for (var p = 0; p < Pieces.Count; p++)
        {
            FirstOccurrence.Add(Occurrences.Count);
            var end = FirstToken[p + 1];
            for (var i = FirstToken[p]; i < end; i++)
            {
                if (IsContent(i) && !tokens[i].Has(TokenFlags.HyphenBefore))
                {
                    Begin(p, i, end, tokens);
                }
            }
        }

        FirstOccurrence.Add(Occurrences.Count);
        CountLonger();
    }

    /// <summary>Occurrences are in the order of their first word, then of their length, so that those one word longer
    /// to the right follow, and those one word longer to the left are among the <see cref="MaxWords"/> or so
    /// before.</summary>
    private void CountLonger()
    {
        var occurrences = CollectionsMarshal.AsSpan(Occurrences);
        var candidates = CollectionsMarshal.AsSpan(Candidates);
        for (var o = 1; o < occurrences.Length; o++)
        {
            ref var here = ref candidates[occurrences[o].Candidate];
            var end = occurrences[o].Token + here.Words;
            for (var before = o - 1; before >= 0 && occurrences[before].Token >= occurrences[o].Token - 2; before--)
            {
                ref var other = ref candidates[occurrences[before].Candidate];
                if (occurrences[before].Token == occurrences[o].Token)
                {
                    other.Longer = Math.Max(other.Longer, here.Count);
                }
                else if (occurrences[before].Token + other.Words == end)
                {
                    here.Longer = Math.Max(here.Longer, other.Count);
                }
            }
        }
    }

    /// <summary>Adds the candidates that begin with word <paramref name="first"/>.</summary>
    private void Begin(int piece, int first, int end, ReadOnlySpan<Token> tokens)
    {
        var key = 0UL;
        var links = 0;
        var needsName = false;
        var opens = first == FirstToken[piece] || tokens[first].Has(TokenFlags.BreakBefore) || !IsContent(first - 1);
        var limit = Math.Min(end, first + MaxWords);
        for (var i = first; i < limit && (i == first || !tokens[i].Has(TokenFlags.BreakBefore)); i++)
        {
            var traits = Entries[i].Traits;
            key = (ulong.RotateLeft(key, 7) ^ (uint)(Entries[i].Word + 1)) * 0x9E3779B97F4A7C15;
            if (!IsContent(i))
            {
                needsName |= (traits & WordTraits.NameLink) != 0;
                if ((traits & (WordTraits.Link | WordTraits.NameLink)) == 0 || ++links > 2)
                {
                    return;
                }

                continue;
            }

            var joined = i + 1 < end && tokens[i + 1].Has(TokenFlags.HyphenBefore);
            var name = !needsName
                || (traits & WordTraits.Generic) == 0 && tokens[first].Has(TokenFlags.Upper)
                    && tokens[i].Has(TokenFlags.Upper);
            var last = (traits & WordTraits.NotLast) == 0 && (tokens[i].Kind != TokenKind.Number
                || tokens[i].Has(TokenFlags.HyphenBefore));
            if (!joined && name && last)
            {
                var closes = i + 1 >= end || tokens[i + 1].Has(TokenFlags.BreakBefore) || !IsContent(i + 1);
                if (links == 0 || opens && closes) // "Forum on Internet" of "Forum on Internet Governance" is cut off.
                {
                    Add(key, first, i - first + 1, links, opens && closes);
                }
            }
        }
    }

    /// <summary>Whether a phrase may begin and end with the word, as far as the word alone tells.</summary>
    private bool IsContent(int i) => ((Entries[i].Traits & WordTraits.Stop) == 0
            || i + 1 < Tokens.Count && Tokens[i + 1].Has(TokenFlags.HyphenBefore)
                || Tokens[i].Has(TokenFlags.HyphenBefore))
        && (Tokens[i].Kind != TokenKind.Number || Tokens[i].Has(TokenFlags.HyphenBefore));

    private void Add(ulong key, int first, int count, int links, bool whole)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_byKey, key, out var known);
        if (!known)
        {
            number = Candidates.Count;
            var here = Occurrences.Count;
            Candidates.Add(new() { First = here, Last = here, Words = (byte)count, Links = (byte)links });
        }

        ref var candidate = ref CollectionsMarshal.AsSpan(Candidates)[number];
        if (known)
        {
            CollectionsMarshal.AsSpan(Occurrences)[candidate.Last].Next = Occurrences.Count;
            candidate.Last = Occurrences.Count;
        }

        candidate.Count++;
        candidate.Whole += whole ? 1 : 0;
        Occurrences.Add(new() { Token = first, Candidate = number, Next = -1, Whole = whole });
    }

    /// <summary>A word's figures over the batch.</summary>
    internal struct Word
    {
        public int Count;
        public int First;
        public int Passages;
        public int LastPassage;
        public int Capitals;
        public int Length;
    }

    /// <summary>A run of words that could be a key phrase.</summary>
    internal struct Candidate
    {
        public int First;
        public int Last;
        public int Count;

        /// <summary>Occurrences that no other content word adjoins.</summary>
        public int Whole;

        /// <summary>The count of the most frequent candidate that is this one and a word more.</summary>
        public int Longer;
        public bool Generic;
        public byte Words;
        public byte Links;
        public double Score;
    }

    /// <summary>A place of a candidate, in the order of the text.</summary>
    internal struct Occurrence
    {
        public int Token;
        public int Candidate;

        /// <summary>The candidate's next place, or -1.</summary>
        public int Next;

        /// <summary>Whether no other content word adjoins.</summary>
        public bool Whole;
    }
}

/// <summary>A passage, or a part of one too long to be handled at once.</summary>
internal readonly record struct Piece(int Number, string Text, int Start, int Length, int Offset, WordLists Lists);
