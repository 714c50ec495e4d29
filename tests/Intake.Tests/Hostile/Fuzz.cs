using FsCheck;
using FsCheck.Fluent;

namespace Intake.Tests.Hostile;

/// <summary>
/// How the property tests run: with fixed seeds and few rounds, so that a build is the same today and tomorrow. With
/// <c>INTAKE_FUZZ_ROUNDS=100000</c> in the environment they run that many, with new seeds; a failure prints its input made
/// small and <c>Replay: (seed,gamma,size)</c>, which <c>INTAKE_FUZZ_REPLAY=seed,gamma,size</c> runs again.
/// </summary>
internal static class Fuzz
{
    private static readonly string? Rounds = Environment.GetEnvironmentVariable("INTAKE_FUZZ_ROUNDS");

    private static readonly string? Seed = Environment.GetEnvironmentVariable("INTAKE_FUZZ_REPLAY");

    /// <summary>Checks a property for values of a generator; <paramref name="rounds"/> is what a usual run has time for.</summary>
    public static void Check<T>(Arbitrary<T> values, int rounds, Action<T> holds) => Prop.ForAll(values, holds).Check(Configured(rounds));

    /// <summary>As <see cref="Check"/>, for what waits for the service; off the test's own thread, which FsCheck would block.</summary>
    public static Task CheckAsync<T>(Arbitrary<T> values, int rounds, Func<T, Task> holds) =>
        Task.Run(() => Prop.ForAll(values, holds).Check(Configured(rounds)));

    private static Config Configured(int rounds)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Rounds is null ? rounds : int.Parse(Rounds, System.Globalization.CultureInfo.InvariantCulture));
        if (Seed?.Trim('(', ')').Split(',') is { Length: >= 2 } numbers)
        {
            var (seed, gamma) = (ulong.Parse(numbers[0], System.Globalization.CultureInfo.InvariantCulture), ulong.Parse(numbers[1], System.Globalization.CultureInfo.InvariantCulture));
            return numbers.Length > 2 ? config.WithReplay(seed, gamma, int.Parse(numbers[2], System.Globalization.CultureInfo.InvariantCulture)) : config.WithReplay(seed, gamma);
        }

        return Rounds is null ? config.WithReplay(20_261_122, 7_919) : config;
    }
}
