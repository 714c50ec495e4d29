using Intake.Calls;
using Intake.KeyPhrases;
using Intake.Local.CommandLine.Analysis;

namespace Intake.Benchmarks;

/// <summary>How often the best theme is the one people gave, as <c>analyse --batch</c> finds it: from the themes' descriptions
/// and from the texts, whose labels it does not see.</summary>
internal static class ThemeScoring
{
    public static async Task<double> AccuracyAsync(IAnalyser engine, Call call, IReadOnlyList<LabelledText> texts, CancellationToken cancellationToken)
    {
        var lines = texts.Select((text, number) => new TextLine(number + 1, text.Text.Length, $"{number}", text.Text, text.Language, null, null)).ToList();
        var analysis = new TextAnalysis(engine, call, ThemeTraining.Learn(call, labelled: null, lines, _ => { }));
        var right = 0;
        foreach (var (line, text) in lines.Zip(texts))
        {
            var found = await analysis.AnalyseAsync(line, cancellationToken);
            var best = found.Themes is [var first, ..] ? call.Themes.First(theme => theme.Id == first.Id) : null;
            right += best is not null && (best.Id == text.Theme || best.Title == text.Theme) ? 1 : 0;
        }

        return (double)right / texts.Count;
    }
}
