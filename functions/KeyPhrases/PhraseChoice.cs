using System.Runtime.InteropServices;

namespace Intake.KeyPhrases;

/// <summary>Chooses the best candidates of a batch, of each passage and of the whole, leaving out fragments of better
/// ones.</summary>
internal sealed class PhraseChoice(PhraseBatch batch)
{
    /// <summary>Of one passage.</summary>
    public const int MaxOfPassage = 8;

    /// <summary>Of a contribution.</summary>
    public const int MaxTop = 20;

    /// <summary>Candidates looked at for the contribution; the rest are fragments or far behind.</summary>
    private const int Considered = 200;

    /// <summary>Candidates looked at for a passage.</summary>
    private const int ConsideredOfPassage = 32;

    /// <summary>A part of a better phrase stays if this share of its occurrences, or more, stand alone.</summary>
    private const double AloneShare = 0.4;

    /// <summary>What a phrase inside a longer run of words counts in its passage.</summary>
    private const float NestedInPassage = 0.3f;

    /// <summary>What a single word counts in its passage.</summary>
    private const float WordInPassage = 0.4f;

    /// <summary>Places compared to find the surface form.</summary>
    private const int MaxPlaces = 100;

    /// <summary>The phrases of the passages, in the order of the text, with raw scores.</summary>
    public void OfPassages(List<KeyPhrase> into)
    {
        Span<float> scores = stackalloc float[ConsideredOfPassage];
        Span<int> best = stackalloc int[ConsideredOfPassage];
        var chosen = new List<int>(MaxOfPassage);
        for (var p = 0; p < batch.Pieces.Count; p++)
        {
            var count = 0;
            for (var o = batch.FirstPlace[p]; o < batch.FirstPlace[p + 1]; o++)
            {
                if (!batch.Candidates[batch.Places[o].Candidate].Generic)
                {
                    Insert(best, scores, ref count, o, ScoreOf(o));
                }
            }

            chosen.Clear();
            foreach (var o in best[..count])
            {
                if (chosen.Count < MaxOfPassage && !chosen.Exists(other => Overlap(o, other) || Same(o, other)))
                {
                    chosen.Add(o);
                }
            }

            chosen.Sort();
            into.AddRange(chosen.Select(o => Phrase(p, batch.Places[o])));
        }
    }

    /// <summary>The phrases of the whole batch, best first, with raw scores.</summary>
    public IEnumerable<KeyPhrase> OfAll()
    {
        var candidates = batch.Candidates;
        var order = new ulong[candidates.Length];
        for (var c = 0; c < order.Length; c++)
        {
            order[c] = PhraseRanking.SortKey(candidates[c].Score, c);
        }

        Array.Sort(order);
        var chosen = new List<int>(MaxTop);
        for (var i = 0; i < order.Length && i < Considered && chosen.Count < MaxTop; i++)
        {
            var c = (int)(uint)order[i];
            if (!chosen.Exists(other => Within(c, other)
                && batch.Candidates[c].Whole < AloneShare * batch.Candidates[c].Count))
            {
                chosen.Add(c);
            }
        }

        return chosen.Select(Best);
    }

    /// <summary>Keeps the best, in order; of equals the first.</summary>
    private static void Insert(Span<int> best, Span<float> scores, ref int count, int item, float score)
    {
        if (count == best.Length && score <= scores[^1])
        {
            return;
        }

        var at = count < best.Length ? count++ : count - 1;
        for (; at > 0 && score > scores[at - 1]; at--)
        {
            (best[at], scores[at]) = (best[at - 1], scores[at - 1]);
        }

        (best[at], scores[at]) = (item, score);
    }

    /// <summary>Within a passage whole phrases tell more than the words in them.</summary>
    private float ScoreOf(int occurrence)
    {
        ref var place = ref batch.Places[occurrence];
        ref var candidate = ref batch.Candidates[place.Candidate];
        return candidate.Score * (place.Whole ? 1 : NestedInPassage) * (candidate.Words > 1 ? 1 : WordInPassage);
    }

    private bool Same(int a, int b) => batch.Places[a].Candidate == batch.Places[b].Candidate;

    private bool Overlap(int a, int b)
    {
        var (x, y) = (batch.Places[a], batch.Places[b]);
        return x.Token < y.Token + batch.Candidates[y.Candidate].Words
            && y.Token < x.Token + batch.Candidates[x.Candidate].Words;
    }

    /// <summary>Whether one candidate's words stand, in order and together, within another's.</summary>
    private bool Within(int part, int whole)
    {
        var (a, b) = (batch.Candidates[part], batch.Candidates[whole]);
        var (i, j) = (batch.Places[a.First].Token, batch.Places[b.First].Token);
        for (var shift = 0; shift + a.Words <= b.Words; shift++)
        {
            var n = 0;
            while (n < a.Words && batch.Infos[i + n].Stem == batch.Infos[j + shift + n].Stem)
            {
                n++;
            }

            if (n == a.Words)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The candidate in its most frequent form, where that stands first. A form on one line, and not all in
    /// capitals, is more natural than others.</summary>
    private KeyPhrase Best(int candidate)
    {
        var forms = new Dictionary<string, (int Count, int First)>();
        var lookup = forms.GetAlternateLookup<ReadOnlySpan<char>>();
        var places = 0;
        for (var o = batch.Candidates[candidate].First; o >= 0 && places++ < MaxPlaces; o = batch.Places[o].Next)
        {
            ref var form = ref CollectionsMarshal
                .GetValueRefOrAddDefault(lookup, Surface(batch.Places[o].Piece, o), out var known);
            form = (form.Count + 1, known ? form.First : o);
        }

        var best = forms.OrderByDescending(form => Natural(form.Key)).ThenByDescending(form => form.Value.Count)
            .ThenBy(form => form.Value.First).First();
        return Phrase(batch.Places[best.Value.First].Piece, batch.Places[best.Value.First]);
    }

    private static bool Natural(string form) => !form.Contains('\n', StringComparison.Ordinal)
        && !form.Contains("  ", StringComparison.Ordinal)
        && (!form.Contains(' ', StringComparison.Ordinal) || form.Any(char.IsLower) || !form.Any(char.IsUpper));

    private ReadOnlySpan<char> Surface(int piece, int occurrence) =>
        batch.Surface(piece, batch.Places[occurrence].Token,
            batch.Candidates[batch.Places[occurrence].Candidate].Words);

    private KeyPhrase Phrase(int piece, PhrasePlace occurrence)
    {
        var candidate = batch.Candidates[occurrence.Candidate];
        var text = batch.Surface(piece, occurrence.Token, candidate.Words).ToString();
        var start = batch.Pieces[piece].Offset + batch.Tokens[occurrence.Token].Start;
        return new(text, candidate.Score, batch.Pieces[piece].Number, start, start + text.Length);
    }
}
