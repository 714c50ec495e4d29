using System.Runtime.Intrinsics;

namespace Intake.KeyPhrases;

/// <summary>Gives each word its part of speech, from left to right, by an averaged perceptron. Whole numbers only, so
/// that every machine gives the same tags.</summary>
internal sealed class Tagger
{
    /// <summary>The tag before the first word.</summary>
    private const int None = 16;

    private const int FlagSets = 128;

    private readonly TaggerModel _model;
    private readonly Vector256<short>[] _flags = new Vector256<short>[FlagSets];
    private readonly Vector256<short>[] _before = new Vector256<short>[(None + 1) * 32];
    private readonly Vector256<short> _sentence;
    private readonly Vector256<short> _leftBreak;
    private readonly Vector256<short> _rightBreak;

    public Tagger(TaggerModel model)
    {
        _model = model;
        for (var i = 0; i < FlagSets; i++)
        {
            _flags[i] = Widen(TagFeatures.Flags((TokenFlags)i));
        }

        for (var tag = 0; tag <= None; tag++)
        {
            for (var before = 0; before <= None; before++)
            {
                _before[tag * 32 + before] = Widen(TagFeatures.Before(tag, before));
            }
        }

        _sentence = Widen(TagFeatures.LeftOfSentence);
        _leftBreak = Widen(TagFeatures.LeftOfBreak);
        _rightBreak = Widen(TagFeatures.RightOfBreak);
    }

    /// <summary>Tags the words of one passage.</summary>
    public void Tag(Lexicon lexicon, ReadOnlySpan<Token> tokens, ReadOnlySpan<int> types, Span<PartOfSpeech> tags)
    {
        var (tag, before) = (None, None);
        for (var i = 0; i < tokens.Length; i++)
        {
            ref var type = ref lexicon[types[i]];
            var flags = tokens[i].Flags;
            var sum = type.Own + _flags[(int)flags & (FlagSets - 1)];
            if ((flags & TokenFlags.SentenceStart) != 0 || i == 0)
            {
                (tag, before) = (None, None);
                sum += _sentence;
            }
            else
            {
                sum += (flags & TokenFlags.BreakBefore) != 0 ? _leftBreak : lexicon[types[i - 1]].Left;
            }

            sum += i + 1 >= tokens.Length || tokens[i + 1].Has(TokenFlags.BreakBefore) ? _rightBreak
                : lexicon[types[i + 1]].Right;
            sum += _before[tag * 32 + before] + Widen(TagFeatures.AfterTag(tag, type.Ending));
            before = tag;
            tag = Best(sum);
            tags[i] = (PartOfSpeech)tag;
        }
    }

    private static int Best(Vector256<short> scores)
    {
        var best = 0;
        var most = scores.GetElement(0);
        for (var i = 1; i < TaggerModel.Width; i++)
        {
            var score = scores.GetElement(i);
            (best, most) = score > most ? (i, score) : (best, most);
        }

        return best;
    }

    private Vector256<short> Widen(int row)
    {
        var (low, high) = Vector128.Widen(Vector128.Create(_model.Row(row)));
        return Vector256.Create(low, high);
    }
}
