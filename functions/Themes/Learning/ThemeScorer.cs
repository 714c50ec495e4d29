using Intake.KeyPhrases;

namespace Intake.Themes.Learning;

/// <summary>Scores texts, one after the other. A word's weights for all themes are added up once, from its root and its
/// runs of characters, and kept: from then on the word costs one look-up and one addition.</summary>
internal sealed class ThemeScorer
{
    private readonly ThemeModel _model;
    private readonly int _stride;
    private readonly float[] _sums;
    private readonly Dictionary<uint, int> _pairs = [];
    private WordTable _table = new();
    private WordRun _run;
    private float[] _words = [];
    private float[] _squares = [];
    private int[] _times = [];
    private int _known;

    public ThemeScorer(ThemeModel model)
    {
        (_model, _stride) = (model, model.Stride);
        _sums = new float[_stride];
        _run = new(_table);
    }

    public TextScores Score(string text, WordLists lists, double explain)
    {
        if (_table.Count > WordTable.MaxWords)
        {
            _table = new();
            (_run, _known) = (new(_table), 0);
        }

        _run.Read(text, lists);
        Learn();
        var scale = Sum();
        var scores = new double[_model.Themes];
        var any = false;
        for (var theme = 0; theme < scores.Length; theme++)
        {
            scores[theme] = Calibration.Score(_model.Slope, _model.Offset, _sums[theme] * scale + _model.Constant[theme]);
            any |= scores[theme] >= explain;
        }

        return new(scores, any ? Explain(text, scores, explain) : null);
    }

    /// <summary>Adds the words up; returns what makes the text one of length 1.</summary>
    private float Sum()
    {
        Array.Clear(_sums);
        _pairs.Clear();
        var before = 0u;
        foreach (var placed in _run.Words)
        {
            _times[placed.Word]++;
            var root = _table.Root(placed.Word);
            if (before != 0 && _model.IndexOf(FeatureHash.Pair(before, root)) is >= 0 and var pair)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_pairs, (uint)pair, out _)++;
            }

            before = root;
        }

        var norm = 0.0;
        foreach (var placed in _run.Words)
        {
            if (_times[placed.Word] is > 0 and var times)
            {
                var weight = CountedText.Weight(times);
                LaneMath.Add(_sums, _words.AsSpan(placed.Word * _stride, _stride), weight);
                norm += weight * weight * _squares[placed.Word];
                _times[placed.Word] = 0;
            }
        }

        foreach (var (pair, times) in _pairs)
        {
            var weight = CountedText.Weight(times) * _model.FeatureWeight((int)pair);
            LaneMath.Add(_sums, _model.Row((int)pair), weight);
            norm += weight * weight;
        }

        return norm > 0 ? (float)(1 / Math.Sqrt(norm)) : 0;
    }

    /// <summary>Adds up the words that were met for the first time.</summary>
    private void Learn()
    {
        if (_table.Count * _stride > _words.Length)
        {
            var room = Math.Max(1024, _table.Count * 2);
            Array.Resize(ref _words, room * _stride);
            Array.Resize(ref _squares, room);
            Array.Resize(ref _times, room);
        }

        for (; _known < _table.Count; _known++)
        {
            var row = _words.AsSpan(_known * _stride, _stride);
            row.Clear();
            _squares[_known] = 0;
            Add(_table.Root(_known), row);
            foreach (var gram in _table.Grams(_known))
            {
                Add(gram, row);
            }
        }

        void Add(uint feature, Span<float> row)
        {
            if (_model.IndexOf(feature) is >= 0 and var index)
            {
                var weight = _model.FeatureWeight(index);
                LaneMath.Add(row, _model.Row(index), weight);
                _squares[_known] += weight * weight;
            }
        }
    }

    private ThemeEvidence Explain(string text, double[] scores, double explain)
    {
        var evidence = new ThemeEvidence(text, scores.Length);
        var words = _run.Words;
        for (var i = 0; i < words.Count; i++)
        {
            for (var theme = 0; theme < scores.Length; theme++)
            {
                if (scores[theme] >= explain)
                {
                    evidence.Add(theme, _words[words[i].Word * _stride + theme], words[i].Start, words[i].Start + words[i].Length);
                }
            }
        }

        return evidence;
    }
}
