namespace Intake.Benchmarks;

/// <summary>What was measured did not do what it should, so there is nothing to report.</summary>
public sealed class BenchmarkException(string message) : Exception(message);
