using Intake.KeyPhrases;

namespace Intake.Themes.Learning;

/// <summary>Learns what texts about each theme of a call look like: from the themes' descriptions, from the call's own
/// passages, and from passages that a person has confirmed. The same texts, in any order, give the same model.</summary>
internal static class ThemeLearner
{
    /// <summary>Texts below which they are too few to learn from by themselves.</summary>
    public const int MinTexts = 40;

    /// <summary>What a mistake costs with a text that a person confirmed, and what with one of which only a guess is
    /// known, until <see cref="FewLabels"/> of a theme are confirmed.</summary>
    private const float LabelCost = 0.5f;
    private const float GuessCost = 0.075f;
    private const double FewLabels = 30;

    /// <summary>Guesses are made anew this often with what was learned from the ones before.</summary>
    private const int Passes = 2;

    /// <summary>Confirmed texts above which a word that only one of them has tells nothing that lasts.</summary>
    private const int ManyLabels = 500;

    private const int Epochs = 10;
    private const int EarlyEpochs = 5;

    /// <summary>How much of a guess is what the last pass says; the rest is what self-training said.</summary>
    private const double OfLastPass = 0.75;
    private const double Sharpness = 2;

    /// <summary>Texts, of which a confirmed one counts as many, after which the model is trusted half.</summary>
    private const double Doubt = 50;
    private const double OfLabel = 10;

    /// <summary>The margin at which a text is as likely about no theme as about the one.</summary>
    private const double NoneMargin = -0.6;

    /// <summary>A theme less sure than the best one, but at least this sure, is neither right nor wrong.</summary>
    private const double Perhaps = 0.2;

    public static ThemeModel Learn(IReadOnlyList<ThemeText> themes, IEnumerable<LearningText> from)
    {
        var texts = Ordered(from);
        var table = new WordTable();
        var run = new WordRun(table);
        var counted = texts.Select(text => CountedText.Of(run, Read(text.Text, text.Language, 1))).ToList();
        var described = themes.Select(theme => CountedText.Of(run,
            theme.Parts.Select(part => Read(part.Text, part.Language, part.Times)))).ToList();
        var confirmed = texts.Count(text => text.About is not null);
        var space = new FeatureSpace(table, counted,
            confirmed > ManyLabels ? described : [.. described, .. counted.Where((_, t) => texts[t].About is not null)]);

        // A description is a text about its theme, as surely as one that a person confirmed.
        var vectors = counted.Concat(described).Select(text => space.Vector(table, text)).ToList();
        var labels = texts.Select(text => text.About)
            .Concat(themes.Select((_, theme) => (IReadOnlyList<int>?)[theme])).ToList();
        var enough = texts.Count - confirmed >= MinTexts;
        var guesses = enough
            ? new SelfTraining(themes.Count, space.Count).Run(vectors, Start(vectors, themes.Count, space.Count), Meanings.Alike(texts, themes), labels)
            : Given(labels, themes.Count);
        var evidence = OfLabel * confirmed + (enough ? texts.Count : 0.0);
        return Train(themes.Count, space, vectors, labels, guesses, enough ? Passes : 0, evidence / (evidence + Doubt));
    }

    /// <summary>Each text once, in an order that only depends on the texts.</summary>
    private static List<LearningText> Ordered(IEnumerable<LearningText> texts) =>
        [.. texts.GroupBy(text => (text.Text, text.Language))
            .Select(group => group.OrderBy(text => text.About is null)
                .ThenBy(text => text.About is null ? "" : string.Join(',', text.About), StringComparer.Ordinal).First())
            .OrderBy(text => FeatureHash.Of(text.Text, FeatureHash.Word))
            .ThenBy(text => text.Text, StringComparer.Ordinal).ThenBy(text => text.Language, StringComparer.Ordinal)];

    private static (Action<WordRun>, int) Read(string text, string language, int times) =>
        (run => run.Read(text, WordLists.For(language)), times);

    /// <summary>How alike each text and each description are.</summary>
    private static double[][] Start(List<SparseText> vectors, int themes, int features)
    {
        var stride = LaneMath.Padded(themes);
        var rows = new float[features * stride];
        for (var theme = 0; theme < themes; theme++)
        {
            var text = vectors[vectors.Count - themes + theme];
            var norm = 0.0;
            for (var i = 0; i < text.Words; i++)
            {
                norm += text.Values[i] * text.Values[i];
            }

            for (var i = 0; i < text.Words; i++)
            {
                rows[text.Indexes[i] * stride + theme] += (float)(text.Values[i] / Math.Sqrt(norm));
            }
        }

        var sums = new float[stride];
        return [.. vectors.Select(text =>
        {
            LaneMath.Sum(text.Indexes.AsSpan(0, text.Words), text.Values, rows, sums);
            return sums.Take(themes).Select(sum => (double)sum).ToArray();
        })];
    }

    private static double[][] Given(List<IReadOnlyList<int>?> labels, int themes) =>
        [.. labels.Select(about => about is null ? new double[themes + 1] : SelfTraining.Certain(about, themes))];

    private static ThemeModel Train(int themes, FeatureSpace space, List<SparseText> vectors,
        List<IReadOnlyList<int>?> labels, double[][] sure, int passes, double trust)
    {
        var all = Enumerable.Range(0, vectors.Count).ToArray();
        var known = labels.Count(about => about is not null) - themes;
        var guessCost = GuessCost * (float)Math.Min(1, FewLabels / Math.Max(1.0, (double)known / themes));
        var trainer = new LinearTrainer(themes, space.Count);
        var guesses = sure;
        for (var pass = 0; ; pass++)
        {
            var (isAbout, cost) = Targets(guesses, labels, guessCost, themes);
            trainer.Epochs = pass == passes ? Epochs : EarlyEpochs;
            trainer.Train(vectors, isAbout, cost, all);
            if (pass == passes)
            {
                var (slope, offset) = Calibration.Fit(new(themes, space.Count) { Epochs = EarlyEpochs }, vectors, isAbout, cost, guesses);
                return ThemeModel.Of(themes, space, trainer.Weights, slope, offset, trust);
            }

            guesses = [.. vectors.Select((vector, t) => labels[t] is not null ? sure[t]
                : Mix(Guess(trainer.Margins(vector)), sure[t]))];
        }
    }

    private static (bool[][] IsAbout, float[][] Cost) Targets(double[][] guesses, List<IReadOnlyList<int>?> labels,
        float guessCost, int themes)
    {
        var isAbout = new bool[guesses.Length][];
        var cost = new float[guesses.Length][];
        for (var t = 0; t < guesses.Length; t++)
        {
            var max = guesses[t].Max();
            isAbout[t] = [.. Enumerable.Range(0, themes).Select(theme => labels[t]?.Contains(theme) ?? guesses[t][theme] == max)];
            cost[t] = [.. Enumerable.Range(0, themes).Select(theme => labels[t] is not null ? LabelCost
                : !isAbout[t][theme] && guesses[t][theme] >= Perhaps ? 0 : guessCost * (float)max)];
        }

        return (isAbout, cost);
    }

    private static double[] Guess(ReadOnlySpan<float> margins)
    {
        var scores = new double[margins.Length + 1];
        scores[^1] = NoneMargin;
        for (var theme = 0; theme < margins.Length; theme++)
        {
            scores[theme] = margins[theme];
        }

        return SelfTraining.Softmax(scores, Sharpness);
    }

    private static double[] Mix(double[] last, double[] first) =>
        [.. last.Select((value, theme) => OfLastPass * value + (1 - OfLastPass) * first[theme])];
}
