using Intake.KeyPhrases;
using Intake.Local.CommandLine;

namespace Intake.Benchmarks;

/// <summary>How good the analysis is on texts that people have labelled.</summary>
internal sealed class QualityBenchmark : IVerb
{
    public string Name => "quality";

    public string Summary =>
        "Scores key phrases, themes and languages on a folder of labelled texts (.jsonl, also .gz; lines {id, text} with lang, keys or theme; labels.json names themes).";

    public IReadOnlyList<Option> Options { get; } = [new("--texts", "N", "of each file at most (100,000)")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Rest is not [var folder] || !Directory.Exists(folder))
            throw new UsageException("quality needs a folder of labelled texts.");
        var max = arguments.Number("--texts", 100_000, 1, int.MaxValue);
        var report = new Report(Name, "texts", "number", "what", "percent");
        var engine = new EmbeddedAnalyser();
        foreach (var file in LabelledFile.Find(folder))
        {
            Console.Error.WriteLine($"{file.Name} ...");
            var texts = file.Read().Take(max).ToList();
            if (texts.Any(text => text.Keys is not null))
                Row("key phrases, macro F1@10", await PhraseScore.MacroAsync(engine, texts, cancellationToken));
            if (file.Themes is { } themes && texts.Any(text => text.Theme is not null))
                Row("best theme from descriptions and the texts themselves", await ThemeScoring.AccuracyAsync(engine, themes, texts, cancellationToken));
            if (texts.Any(text => text.Language is not null))
                Row("language", LanguageScore(texts));

            void Row(string what, double share) => report.Row(file.Name, Report.Number(texts.Count, 0), what, Report.Number(100 * share));
        }

        report.Print(arguments, Options, "Key phrases count as the same when their words without endings, by Intake's own rules, are.");
        return 0;
    }

    private static double LanguageScore(List<LabelledText> texts) => texts.Where(text => text.Language is not null)
        .Average(text => LanguageDetector.Instance.Detect(text.Text) == text.Language ? 1.0 : 0);
}
