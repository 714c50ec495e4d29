using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Intake.KeyPhrases;

/// <summary>What each feature says for each of the languages of one script, and which language a text is most likely in
/// by that: naive Bayes, with the logarithms as bytes, so that a feature is one row and a row one addition of vectors.
/// Not changed after loading: thread safe.</summary>
internal sealed class LanguageTable
{
    /// <summary>Languages come in such lanes: bytes of a vector.</summary>
    public const int Lane = 32;

    /// <summary>Units of a value of the table in one unit of log-probability.</summary>
    public const float Scale = 10;

    /// <summary>What a feature of a word with a capital counts beside words without; in a text of such words alone it
    /// counts whole.</summary>
    private const float OfName = 0.3f;

    /// <summary>Neighbouring runs overlap, so their evidence counts about so many times.</summary>
    private const float Overlap = 4;

    private const double MinProbability = 0.5;

    /// <summary>The share of a text's features that the model has to know: most of them where it knows many languages, for
    /// what none of them has is in none.</summary>
    private float MinKnown => _languages.Length >= Lane ? 0.8f : 0.6f;

    /// <summary>Rows that fit into 16 bits whatever they hold.</summary>
    private const int Batch = 256;

    private readonly string[] _languages;
    private readonly float[] _unseen;
    private readonly float[] _priors;
    private readonly int _width;
    private readonly int _shift;
    private readonly sbyte[] _rows;

    /// <param name="languages">By column.</param>
    /// <param name="unseen">What it says against a language that it lacks a feature which others have.</param>
    /// <param name="priors">What is added for each language, in log-probability.</param>
    /// <param name="bits">The table has 2 to the power of this rows.</param>
    /// <param name="rows">A row for each value of a hash's upper bits, <see cref="Width"/> columns each; the last column
    /// is 1 where any language has the feature.</param>
    public LanguageTable(string[] languages, float[] unseen, float[] priors, int bits, sbyte[] rows)
    {
        (_languages, _unseen, _priors, _shift, _rows) = (languages, unseen, priors, 32 - bits, rows);
        _width = Width(languages.Length);
    }

    public IEnumerable<string> Languages => _languages;

    /// <summary>Columns of a table of so many languages.</summary>
    public static int Width(int languages) => (languages + 1 + Lane - 1) / Lane * Lane;

    public string Detect(ReadOnlySpan<char> text)
    {
        Span<float> scores = stackalloc float[_width];
        var (known, all) = Score(text, scores);
        var best = 0;
        for (var i = 1; i < _languages.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        var odds = 0.0;
        for (var i = 0; i < _languages.Length; i++)
        {
            odds += Math.Exp((scores[i] - scores[best]) / Overlap);
        }

        return 1 / odds >= MinProbability && known > MinKnown * all ? _languages[best] : LanguageDetector.Unknown;
    }

    private (float Known, int All) Score(ReadOnlySpan<char> text, Span<float> scores)
    {
        Span<int> plain = stackalloc int[_width];
        Span<int> names = stackalloc int[_width];
        plain.Clear();
        names.Clear();
        var sink = new Sink(this, plain, names, stackalloc int[Batch], stackalloc int[Batch]);
        LanguageFeatures.Read(text, ref sink);
        sink.Flush();
        var known = plain[_width - 1] + names[_width - 1];
        var ofName = plain[_width - 1] == 0 ? 1 : OfName;
        var weighed = plain[_width - 1] + ofName * names[_width - 1];
        for (var i = 0; i < _languages.Length; i++)
        {
            scores[i] = (plain[i] + ofName * names[i]) / Scale + weighed * _unseen[i] + _priors[i] * Overlap;
        }

        return (known, sink.All);
    }

    private void Add(ReadOnlySpan<int> rows, Span<int> sums)
    {
        ref var table = ref MemoryMarshal.GetArrayDataReference(_rows);
        for (var lane = 0; lane < _width; lane += Lane)
        {
            var lower = Vector256<short>.Zero;
            var upper = Vector256<short>.Zero;
            foreach (var row in rows)
            {
                var values = Vector256.LoadUnsafe(ref table, (nuint)(row + lane));
                lower += Vector256.WidenLower(values);
                upper += Vector256.WidenUpper(values);
            }

            for (var i = 0; i < Lane / 2; i++)
            {
                sums[lane + i] += lower[i];
                sums[lane + Lane / 2 + i] += upper[i];
            }
        }
    }

    /// <summary>Collects rows, and adds them up when a batch is full.</summary>
    private ref struct Sink(
        LanguageTable table, Span<int> plain, Span<int> names, Span<int> plainRows, Span<int> nameRows)
        : ILanguageFeatureSink
    {
        private readonly Span<int> _plain = plain;
        private readonly Span<int> _names = names;
        private readonly Span<int> _plainRows = plainRows;
        private readonly Span<int> _nameRows = nameRows;
        private int _plainCount;
        private int _nameCount;

        public int All { get; private set; }

        public void Add(uint hash, bool name)
        {
            var row = (int)(hash >> table._shift) * table._width;
            All++;
            if (name)
            {
                _nameRows[_nameCount++] = row;
                if (_nameCount == Batch)
                {
                    table.Add(_nameRows, _names);
                    _nameCount = 0;
                }
            }
            else
            {
                _plainRows[_plainCount++] = row;
                if (_plainCount == Batch)
                {
                    table.Add(_plainRows, _plain);
                    _plainCount = 0;
                }
            }
        }

        public void Flush()
        {
            table.Add(_plainRows[.._plainCount], _plain);
            table.Add(_nameRows[.._nameCount], _names);
            (_plainCount, _nameCount) = (0, 0);
        }
    }
}
