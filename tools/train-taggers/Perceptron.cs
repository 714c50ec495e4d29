using Intake.KeyPhrases;

namespace Intake.TrainTaggers;

/// <summary>An averaged perceptron over the rows of <see cref="TagFeatures"/>.</summary>
internal sealed class Perceptron
{
    private const int Width = TaggerModel.Width;
    private const int None = 16;

    /// <summary>A quantised weight's largest magnitude.</summary>
    private const int Most = 127;

    /// <summary>Averaged weights below this share of the scale are dropped: they cost bytes and tell little.</summary>
    private const double Least = 0.6;

    private readonly float[] _weights = new float[TagFeatures.Rows * Width];
    private readonly double[] _sums = new double[TagFeatures.Rows * Width];
    private readonly int[] _rows = new int[32];
    private readonly float[] _scores = new float[Width];
    private int _step;

    public void Train(List<Sentence> sentences, int rounds)
    {
        var prepared = sentences.Select(sentence => Prepare(sentence)).ToList();
        var order = Enumerable.Range(0, sentences.Count).ToArray();
        var random = new Random(1);
        for (var round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                Learn(sentences[i], prepared[i]);
            }
        }
    }

    /// <summary>The averaged weights as small whole numbers.</summary>
    public sbyte[] Quantised()
    {
        var averages = _weights.Select((weight, i) => weight - _sums[i] / Math.Max(1, _step)).ToArray();
        var largest = averages.Select(Math.Abs).Where(weight => weight > 0).Order().ToArray();
        var scale = Most / largest[(int)(largest.Length * 0.9995)];
        return [.. averages.Select(weight => weight * scale)
            .Select(weight => Math.Abs(weight) < Least ? (sbyte)0 : (sbyte)Math.Clamp(Math.Round(weight), -Most, Most))];
    }

    private static int[][] Prepare(Sentence sentence)
    {
        var rows = new int[sentence.Words.Length][];
        Span<int> buffer = stackalloc int[TagFeatures.MaxRows];
        for (var i = 0; i < rows.Length; i++)
        {
            var all = new List<int>();
            var flags = sentence.Flags[i];
            all.AddRange(buffer[..TagFeatures.Own(sentence.Words[i], buffer)]);
            all.Add(TagFeatures.Flags(flags));
            if (i == 0 || flags.HasFlag(TokenFlags.SentenceStart))
            {
                all.Add(TagFeatures.LeftOfSentence);
            }
            else if (flags.HasFlag(TokenFlags.BreakBefore))
            {
                all.Add(TagFeatures.LeftOfBreak);
            }
            else
            {
                all.AddRange(buffer[..TagFeatures.Left(sentence.Words[i - 1], buffer)]);
            }

            if (i + 1 == rows.Length || sentence.Flags[i + 1].HasFlag(TokenFlags.BreakBefore))
            {
                all.Add(TagFeatures.RightOfBreak);
            }
            else
            {
                all.AddRange(buffer[..TagFeatures.Right(sentence.Words[i + 1], buffer)]);
            }

            rows[i] = [.. all];
        }

        return rows;
    }

    private void Learn(Sentence sentence, int[][] prepared)
    {
        var (tag, before) = (None, None);
        for (var i = 0; i < prepared.Length; i++)
        {
            if (sentence.Flags[i].HasFlag(TokenFlags.SentenceStart))
            {
                (tag, before) = (None, None);
            }

            _step++;
            prepared[i].CopyTo(_rows, 0);
            var count = prepared[i].Length;
            _rows[count++] = TagFeatures.Before(tag, before);
            _rows[count++] = TagFeatures.AfterTag(tag, TagFeatures.Ending(sentence.Words[i]));
            var guess = Guess(count);
            if (guess != sentence.Tags[i])
            {
                for (var r = 0; r < count; r++)
                {
                    Change(_rows[r] * Width + sentence.Tags[i], 1);
                    Change(_rows[r] * Width + guess, -1);
                }
            }

            (tag, before) = (guess, tag);
        }
    }

    private void Change(int at, int by)
    {
        _weights[at] += by;
        _sums[at] += (double)by * _step;
    }

    private int Guess(int count)
    {
        Array.Clear(_scores);
        for (var r = 0; r < count; r++)
        {
            var row = _weights.AsSpan(_rows[r] * Width, Width);
            for (var t = 0; t < Width; t++)
            {
                _scores[t] += row[t];
            }
        }

        var best = 0;
        for (var t = 1; t < Width; t++)
        {
            best = _scores[t] > _scores[best] ? t : best;
        }

        return best;
    }
}
