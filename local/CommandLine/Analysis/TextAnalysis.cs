using System.Text.RegularExpressions;
using Intake.Calls;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Themes;
using Intake.Themes.Learning;

namespace Intake.Local.CommandLine.Analysis;

/// <summary>Analyses texts and documents as the queue functions do, without storage. Thread safe.</summary>
/// <param name="call">What themes and questions are looked for; null for none.</param>
/// <param name="learned">Of the call's themes; null for nothing.</param>
internal sealed class TextAnalysis(IAnalyser analyser, Call? call, ThemeModel? learned)
{
    private const int MaxTop = 20;

    // The words that speak for a theme are always named here.
    private const double Explain = 0;

    /// <summary>The least score of a theme whose question is referred to.</summary>
    private const double Referred = 0.9;

    /// <summary>Trust in what was learned from which on it tells the likeliest theme better than shared words do.</summary>
    private const double MuchTrust = 0.9;

    private static readonly Regex EmptyLines = new(@"\n[ \t\r]*\n", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly ThemeClassifier _classifier = new();

    /// <summary>A text's passages are what empty lines separate.</summary>
    public async Task<TextResult> AnalyseAsync(TextLine line, CancellationToken cancellation)
    {
        var text = line.Text!;
        var whole = line.Language ?? (await analyser.DetectLanguagesAsync([text], cancellation))[0];
        var spans = Paragraphs(text);
        var languages = line.Language is null && spans.Count > 1
            ? await analyser.DetectLanguagesAsync([.. spans.Select(span => text[span.Start..span.End])], cancellation)
            : [.. spans.Select(_ => whole)];
        var passages = spans.Select((span, i) => new Passage
        {
            Number = i + 1,
            Document = 1,
            Start = span.Start,
            End = span.End,
            Language = languages[i],
        });
        return await AnalyseAsync(line.Id, whole, [.. passages.Select(passage => new PassageText(passage, passage.In(text)))], null, cancellation);
    }

    public async Task<TextResult> AnalyseAsync(string id, ReadText read, CancellationToken cancellation)
    {
        var texts = read.Blocks.Select(block => read.Text[block.Start..block.End]).ToList();
        var document = PassageBuilder.Build(1, id, read, 1, await analyser.DetectLanguagesAsync(texts, cancellation));
        return await AnalyseAsync(id, document.Language, [.. document.Passages.Select((passage, i) => new PassageText(passage, texts[i]))], document.Problem, cancellation);
    }

    private async Task<TextResult> AnalyseAsync(string id, string language, IReadOnlyList<PassageText> passages, string? problem, CancellationToken cancellation)
    {
        var phrases = await analyser.FindKeyPhrasesAsync(passages, cancellation);
        var found = call is null ? null : _classifier.Classify(call, "", passages, phrases, learned, []);
        var byPassage = phrases.All.ToLookup(phrase => phrase.Passage);
        return new(
            id,
            language,
            [.. phrases.Top.Take(MaxTop).Select(Result)],
            Themes(found, passages, language),
            found?.Questions ?? [],
            [.. passages.Select((passage, i) => new PassageResult(
                passage.Passage.Start,
                passage.Passage.End,
                passage.Passage.Language,
                passage.Passage.Kind == PassageKind.Paragraph ? null : passage.Passage.Kind,
                [.. byPassage[passage.Passage.Number].Select(Result)],
                Results(found?.Passages[i].Themes),
                found?.Passages[i].Questions ?? []))],
            problem);
    }

    /// <summary>Of a text with one passage, the passage's. What was learned from much always names the likeliest, first, however
    /// low its score; only a reference to a question tells more.</summary>
    private List<ThemeResult> Themes(Classification? found, IReadOnlyList<PassageText> passages, string language)
    {
        var themes = Results(passages.Count == 1 ? found?.Passages[0].Themes : found?.Themes);
        if (call is null || learned is null || (themes is [var first, ..] && (first.Score >= Referred || learned.Trust < MuchTrust)))
        {
            return themes;
        }

        var scores = learned.Score(string.Join('\n', passages.Select(passage => passage.Text)), language, Explain);
        var best = scores.Scores.Index().MaxBy(score => score.Item);
        var likeliest = call.Themes[best.Index].Id;
        return best.Item <= 0 ? themes
            : [themes.Find(theme => theme.Id == likeliest) ?? new(likeliest, Math.Round(best.Item, 3), [.. scores.Why?.Why(best.Index) ?? []]),
                .. themes.Where(theme => theme.Id != likeliest)];
    }

    private static List<ThemeResult> Results(IReadOnlyList<ThemeScore>? themes) =>
        [.. (themes ?? []).Select(theme => new ThemeResult(theme.Theme, theme.Score, theme.Why))];

    private static PhraseResult Result(KeyPhrase phrase) => new(phrase.Text, phrase.Score, phrase.Start, phrase.End);

    private static List<(int Start, int End)> Paragraphs(string text)
    {
        var spans = new List<(int, int)>();
        var start = 0;
        foreach (var gap in EmptyLines.EnumerateMatches(text))
        {
            Add(start, gap.Index);
            start = gap.Index + gap.Length;
        }

        Add(start, text.Length);
        return spans;

        void Add(int from, int to)
        {
            var trimmed = text.AsSpan(from, to - from).Trim();
            if (trimmed.Length > 0)
            {
                var begin = from + (to - from - text.AsSpan(from, to - from).TrimStart().Length);
                spans.Add((begin, begin + trimmed.Length));
            }
        }
    }
}
