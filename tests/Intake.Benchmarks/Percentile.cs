namespace Intake.Benchmarks;

internal static class Percentile
{
    /// <summary>The value that the fraction of all values does not exceed (nearest rank).</summary>
    public static double Of(IEnumerable<double> values, double fraction)
    {
        double[] sorted = [.. values.Order()];
        return sorted[Math.Clamp((int)Math.Ceiling(fraction * sorted.Length) - 1, 0, sorted.Length - 1)];
    }

    public static double Median(IEnumerable<double> values) => Of(values, 0.5);
}
