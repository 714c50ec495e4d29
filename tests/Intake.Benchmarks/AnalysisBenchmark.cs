using System.Diagnostics;
using System.Text;
using Intake.KeyPhrases;
using Intake.Local.CommandLine;
using Intake.Local.CommandLine.Analysis;
using Intake.PersonalData;
using Intake.Positions;

namespace Intake.Benchmarks;

/// <summary>How fast texts are analysed, stage by stage, in this process, on one thread, warm; beside packages from npm.</summary>
internal sealed class AnalysisBenchmark : IVerb
{
    private const int Letters = 140;
    private const int Abstracts = 600;

    public string Name => "analysis";

    public string Summary => "MB/s of language, key phrases, themes, stances and personal data, and of all together, beside packages from npm.";

    public IReadOnlyList<Option> Options { get; } =
        [new("--seconds", "N", "each measurement (3)"), new("--rounds", "N", "measurements of each, of which the best counts (3)"), new("--no-rivals", null, "only Intake")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromSeconds(arguments.Number("--seconds", 3, 1, 600));
        var rounds = arguments.Number("--rounds", 3, 1, 100);
        var report = new Report(Name, "what", "texts", "MB/s", "p50 ms", "p99 ms");
        var (english, mixed, abstracts) = (AnalysisTexts.English(Letters), AnalysisTexts.Mixed(Letters), AnalysisTexts.Short(Abstracts));
        var engine = new EmbeddedAnalyser();
        var phrases = new TextAnalysis(engine, call: null, learned: null);
        var call = CallFile.Read(Path.Combine(AppContext.BaseDirectory, "sample", "call.json"));
        var model = ThemeTraining.Learn(call, labelled: null, mixed.Select(Line), _ => { });
        var all = new TextAnalysis(engine, call, model);
        var folder = Directory.CreateTempSubdirectory("intake-benchmark-").FullName;
        try
        {
            var language = Row("language", mixed, text => LanguageDetector.Instance.Detect(text));
            await RivalAsync(NpmRivals.Franc, mixed, language);
            var words = Row("key phrases, with segmentation and language", english, text => Wait(phrases.AnalyseAsync(Line(text), cancellationToken)));
            await RivalAsync(NpmRivals.KeywordExtractor, english, words);
            await RivalAsync(NpmRivals.Wink, english, words);
            Row("the same", mixed, text => Wait(phrases.AnalyseAsync(Line(text), cancellationToken)));
            Row("the same", abstracts, text => Wait(phrases.AnalyseAsync(Line(text), cancellationToken)));
            Row("themes, from a model of the call", english, text => model.Score(text, "en", explain: 2));
            Row("stances", english, text => StanceFinder.Find(text, "en"));
            Row("personal data", mixed, text => PersonalDataFinder.Find(text));
            Row("all that `analyse` does with a call", english, text => Wait(all.AnalyseAsync(Line(text), cancellationToken)));
            Row("the same", mixed, text => Wait(all.AnalyseAsync(Line(text), cancellationToken)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        report.Print(arguments, Options, $"Texts are made by the benchmark; each measurement goes round them for its time, after a warm-up as long; the best of {rounds}.");
        return 0;

        double Row(string what, IReadOnlyList<string> texts, Action<string> work)
        {
            Console.Error.WriteLine($"{what} ...");
            var (rate, latencies) = Best(texts, time, rounds, work);
            report.Row(what, Named(texts), Report.Number(rate * Megabytes(texts)), Report.Number(Percentile.Of(latencies, 0.5), 2), Report.Number(Percentile.Of(latencies, 0.99), 2));
            return rate;
        }

        async Task RivalAsync(string rival, IReadOnlyList<string> texts, double ours)
        {
            if (arguments.Has("--no-rivals"))
                return;
            Console.Error.WriteLine($"{rival} ...");
            if (await NpmRivals.RateAsync(rival, texts, time, folder, cancellationToken) is not { } rate)
            {
                report.Row($"- `{rival}`", Named(texts), "no Node here", "", "");
                return;
            }

            report.Row($"- `{rival}`", Named(texts), Report.Number(rate * Megabytes(texts)), "", "");
            report.Row("- ratio", "", Report.Number(ours / rate, 2), "", "");
        }

        string Named(IReadOnlyList<string> texts) => texts == english ? "English, 5 kB" : texts == mixed ? "7 languages, 5 kB" : "English, 0.8 kB";
    }

    private static TextLine Line(string text) => new(1, text.Length, "1", text, null, null, null);

    /// <summary>The engine within never waits: its tasks are done when they are given.</summary>
    private static void Wait(Task<TextResult> task) => task.GetAwaiter().GetResult();

    /// <summary>Megabytes of UTF-8 of one text, on average.</summary>
    private static double Megabytes(IReadOnlyList<string> texts) => texts.Average(text => Encoding.UTF8.GetByteCount(text)) / 1_000_000;

    private static (double Rate, List<double> Milliseconds) Best(IReadOnlyList<string> texts, TimeSpan time, int rounds, Action<string> work)
    {
        RunOnce(texts, time, work);
        return Enumerable.Range(0, rounds).Select(_ => RunOnce(texts, time, work)).MaxBy(round => round.Rate);
    }

    /// <summary>Texts a second, and how long each took.</summary>
    private static (double Rate, List<double> Milliseconds) RunOnce(IReadOnlyList<string> texts, TimeSpan time, Action<string> work)
    {
        GC.Collect();
        var milliseconds = new List<double>();
        var begun = Stopwatch.GetTimestamp();
        do
        {
            foreach (var text in texts)
            {
                var started = Stopwatch.GetTimestamp();
                work(text);
                milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }
        while (Stopwatch.GetElapsedTime(begun) < time);
        return (milliseconds.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds, milliseconds);
    }
}
