namespace Intake.Themes.Learning;

/// <summary>Makes scores of margins (Platt scaling): what share of the texts with such a margin are about the theme,
/// judged on texts that were not learned from.</summary>
internal static class Calibration
{
    private const int Folds = 2;
    private const int Steps = 30;

    public static (double Slope, double Offset) Fit(LinearTrainer trainer, List<SparseText> vectors, bool[][] isAbout,
        float[][] cost, double[][] guesses)
    {
        var pairs = new List<(double Margin, double Target, double Weight)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            trainer.Train(vectors, isAbout, cost,
                [.. Enumerable.Range(0, vectors.Count).Where(t => t % Folds != fold)]);
            for (var t = fold; t < vectors.Count; t += Folds)
            {
                var margins = trainer.Margins(vectors[t]);
                for (var theme = 0; theme < margins.Length; theme++)
                {
                    var guess = guesses[t][theme];

                    // A guess is surer than it says when it won, and so is its loss.
                    var target = cost[t][theme] == 0 ? guess : (guess + (isAbout[t][theme] ? 1 : 0)) / 2;
                    pairs.Add((margins[theme], target, cost[t].Max()));
                }
            }
        }

        return Newton(pairs);
    }

    private static (double, double) Newton(List<(double Margin, double Target, double Weight)> pairs)
    {
        var (slope, offset) = (2.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            // A weak pull to the start keeps the system solvable whatever the pairs.
            var (ga, gb, haa, hab, hbb) = (0.1 * (slope - 2), 0.1 * offset, 0.1, 0.0, 0.1);
            foreach (var (margin, target, weight) in pairs)
            {
                var score = Score(slope, offset, margin);
                var error = weight * (score - target);
                var curve = weight * score * (1 - score);
                (ga, gb) = (ga + error * margin, gb + error);
                (haa, hab, hbb) = (haa + curve * margin * margin, hab + curve * margin, hbb + curve);
            }

            var determinant = haa * hbb - hab * hab;
            slope = Math.Clamp(slope - (ga * hbb - gb * hab) / determinant, 0.5, 20);
            offset = Math.Clamp(offset - (gb * haa - ga * hab) / determinant, -10, 10);
        }

        return (slope, offset);
    }

    public static double Score(double slope, double offset, double margin) =>
        1 / (1 + Math.Exp(-(slope * margin + offset)));
}
