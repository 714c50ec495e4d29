using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>The words of some passages, tagged, and every run of them that could be a key phrase, counted. Linear in
/// the text: a word begins at most <see cref="MaxWords"/> candidates.</summary>
internal sealed partial class PhraseBatch
{
    /// <summary>Words of a phrase, links included.</summary>
    public const int MaxWords = 5;

    /// <summary>Where most words begin with a capital, as in headings, capitals say nothing.</summary>
    private const double MaxCapitals = 0.6;

    private readonly PhraseWorkspace _space;
    private readonly List<int> _firstToken = [];
    private readonly List<int> _firstPlace = [];

    public PhraseBatch(IReadOnlyList<Piece> pieces, PhraseWorkspace space)
    {
        Pieces = pieces;
        _space = space;
        space.Clear();
        Read();
        FindCandidates();
    }

    public IReadOnlyList<Piece> Pieces { get; }

    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(_space.Tokens);

    public ReadOnlySpan<TokenInfo> Infos => CollectionsMarshal.AsSpan(_space.Infos);

    public Span<WordFigures> Words => CollectionsMarshal.AsSpan(_space.Words);

    public Span<PhraseCandidate> Candidates => CollectionsMarshal.AsSpan(_space.Candidates);

    public Span<PhrasePlace> Places => CollectionsMarshal.AsSpan(_space.Places);

    /// <summary>By piece: its first token. One more at the end.</summary>
    public IReadOnlyList<int> FirstToken => _firstToken;

    /// <summary>By piece: its first place of a candidate. One more at the end.</summary>
    public IReadOnlyList<int> FirstPlace => _firstPlace;

    /// <summary>Sentences in all.</summary>
    public int Sentences { get; private set; }

    /// <summary>The token after the first sentence, or the title.</summary>
    public int FirstSentenceEnd { get; private set; }

    public ReadOnlySpan<char> Surface(int piece, int first, int count)
    {
        var (start, end) = (Tokens[first].Start, Tokens[first + count - 1].End);
        return Pieces[piece].Text.AsSpan(start, end - start);
    }

    private void Read()
    {
        var unspaced = new UnspacedText();
        var raw = _space.Raw;
        var starts = new List<int>();
        foreach (var piece in Pieces)
        {
            var start = raw.Count;
            starts.Add(start);
            Segmenter.Read(piece.Text.AsSpan(piece.Start, piece.Length), raw);
            var span = CollectionsMarshal.AsSpan(raw);
            for (var i = start; i < span.Length; i++)
            {
                span[i] = span[i] with { Start = span[i].Start + piece.Start };
                if (span[i].Kind == TokenKind.HanRun)
                {
                    unspaced.Count(piece.Text.AsSpan(span[i].Start, span[i].Length));
                }
            }
        }

        starts.Add(raw.Count);
        for (var p = 0; p < Pieces.Count; p++)
        {
            _firstToken.Add(_space.Tokens.Count);
            var rawTokens = CollectionsMarshal.AsSpan(raw)[starts[p]..starts[p + 1]];
            foreach (var token in rawTokens)
            {
                if (token.Kind is TokenKind.HanRun or TokenKind.UnspacedRun)
                {
                    unspaced.Divide(Pieces[p].Text, token, Pieces[p].Lists, _space.Tokens);
                }
                else
                {
                    _space.Tokens.Add(token);
                }
            }

            LookUp(p);
        }

        _firstToken.Add(_space.Tokens.Count);
    }

    private void FindCandidates()
    {
        var tokens = Tokens;
        var infos = Infos;
        var sentence = 0;
        for (var p = 0; p < Pieces.Count; p++)
        {
            _firstPlace.Add(_space.Places.Count);
            var end = _firstToken[p + 1];
            for (var i = _firstToken[p]; i < end; i++)
            {
                if ((tokens[i].Flags & TokenFlags.SentenceStart) != 0 && ++sentence == 2)
                {
                    FirstSentenceEnd = i;
                }

                if (infos[i].Content && (tokens[i].Flags & TokenFlags.HyphenBefore) == 0)
                {
                    Begin(p, i, end, sentence, tokens, infos);
                }
            }
        }

        _firstPlace.Add(_space.Places.Count);
        Sentences = sentence;
        FirstSentenceEnd = FirstSentenceEnd == 0 ? tokens.Length : FirstSentenceEnd;
        CountLonger();
    }

    /// <summary>Adds the candidates that begin with word <paramref name="first"/>.</summary>
    private void Begin(int piece, int first, int end, int sentence, ReadOnlySpan<Token> tokens,
        ReadOnlySpan<TokenInfo> infos)
    {
        var key = 0UL;
        var links = 0;
        var needsName = false;
        var opens = first == _firstToken[piece] || tokens[first].Has(TokenFlags.BreakBefore)
            || !infos[first - 1].Content || infos[first - 1].Verb;
        var limit = Math.Min(end, first + MaxWords);
        for (var i = first; i < limit && (i == first || (tokens[i].Flags & TokenFlags.BreakBefore) == 0); i++)
        {
            ref readonly var info = ref infos[i];
            key = (ulong.RotateLeft(key, 7) ^ info.Stem) * 0x9E3779B97F4A7C15;
            if (!info.Content)
            {
                needsName |= (info.Traits & WordTraits.NameLink) != 0;
                var number = tokens[i].Kind == TokenKind.Number && i > first && infos[i - 1].Tag == PartOfSpeech.ProperNoun
                    && (tokens[i - 1].Flags & TokenFlags.Upper) != 0 && tokens[i].Length <= 3;
                if (number)
                {
                    if (links == 0)
                    {
                        Add(key, piece, first, i - first + 1, links, opens, sentence, tokens, infos);
                    }

                    return;
                }

                if ((info.Traits & (WordTraits.Link | WordTraits.NameLink)) == 0 || ++links > 2)
                {
                    return;
                }

                continue;
            }

            if (info.Verb && i > first)
            {
                return;
            }

            var name = !needsName || (info.Traits & WordTraits.Generic) == 0
                && (tokens[first].Flags & TokenFlags.Upper) != 0 && (tokens[i].Flags & TokenFlags.Upper) != 0;
            var joined = i + 1 < end && (tokens[i + 1].Flags & TokenFlags.HyphenBefore) != 0;
            if (joined || !name || tokens[i].Kind == TokenKind.Number && (tokens[i].Flags & TokenFlags.HyphenBefore) == 0)
            {
                continue;
            }

            var closes = i + 1 >= end || (tokens[i + 1].Flags & TokenFlags.BreakBefore) != 0 || !infos[i + 1].Content
                || infos[i + 1].Verb;
            if (links == 0 || opens && closes) // "Forum on Internet" of "Forum on Internet Governance" is cut off.
            {
                Add(key, piece, first, i - first + 1, links, opens && closes, sentence, tokens, infos);
            }

            if (info.Verb)
            {
                return;
            }
        }
    }

    private void Add(ulong key, int piece, int first, int count, int links, bool whole, int sentence,
        ReadOnlySpan<Token> tokens, ReadOnlySpan<TokenInfo> infos)
    {
        var places = _space.Places;
        var number = _space.Table.Of(key, _space.Candidates, out var known);
        ref var candidate = ref CollectionsMarshal.AsSpan(_space.Candidates)[number];
        if (known)
        {
            CollectionsMarshal.AsSpan(places)[candidate.Last].Next = places.Count;
        }
        else
        {
            candidate.First = places.Count;
            candidate.FirstToken = first;
            candidate.Words = (byte)count;
            candidate.Links = (byte)links;
        }

        candidate.Last = places.Count;
        candidate.LastToken = first;
        candidate.Count++;
        candidate.Whole += whole ? 1 : 0;
        if (candidate.LastSentence != sentence)
        {
            (candidate.Sentences, candidate.LastSentence) = (candidate.Sentences + 1, sentence);
        }

        var flags = tokens[first].Flags;
        var start = (flags & TokenFlags.SentenceStart) != 0;
        candidate.Starts += start ? 1 : 0;
        candidate.Capitals += (flags & TokenFlags.Upper) != 0 && !start ? 1 : 0;
        if ((flags & TokenFlags.BreakBefore) == 0 && first > 0)
        {
            candidate.Left |= 1u << (int)(infos[first - 1].Stem >> 20 & 31);
        }

        var next = first + count;
        if (next < tokens.Length && (tokens[next].Flags & TokenFlags.BreakBefore) == 0)
        {
            candidate.Right |= 1u << (int)(infos[next].Stem >> 20 & 31);
        }

        places.Add(new() { Token = first, Candidate = number, Next = -1, Piece = piece, Whole = whole });
    }

    /// <summary>Places are in the order of their first word, then of their length, so that those one word longer to the
    /// right follow, and those one word longer to the left are among the <see cref="MaxWords"/> or so
    /// before.</summary>
    private void CountLonger()
    {
        var places = Places;
        var candidates = Candidates;
        for (var o = 1; o < places.Length; o++)
        {
            ref var here = ref candidates[places[o].Candidate];
            var token = places[o].Token;
            var end = token + here.Words;
            for (var before = o - 1; before >= 0 && places[before].Token >= token - 2; before--)
            {
                ref var other = ref candidates[places[before].Candidate];
                if (places[before].Token == token)
                {
                    other.Longer = Math.Max(other.Longer, here.Count);
                }
                else if (places[before].Token + other.Words == end)
                {
                    here.Longer = Math.Max(here.Longer, other.Count);
                }
            }
        }
    }
}

/// <summary>A passage, or a part of one too long to be handled at once.</summary>
internal readonly record struct Piece(int Number, string Text, int Start, int Length, int Offset, WordLists Lists);
