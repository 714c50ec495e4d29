using Intake.Extract;
using Intake.PersonalData;

namespace Intake.KeyPhrases;

/// <summary>The engine within: no service, no network, the same answer on every machine. Linear in the text; memory is
/// bounded by <see cref="MaxBatch"/>, not by the contribution.</summary>
public sealed class EmbeddedAnalyser : IAnalyser
{
    /// <summary>UTF-16 units counted together. Nearly every contribution is one batch; a longer one is several, whose
    /// best phrases are put together by score.</summary>
    internal const int MaxBatch = 1_000_000;

    public string Name => "Intake embedded 2";

    public ValueTask<IReadOnlyList<string>> DetectLanguagesAsync(IReadOnlyList<string> texts,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var languages = new string[texts.Count];
        for (var i = 0; i < languages.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            languages[i] = LanguageDetector.Instance.Detect(texts[i]);
        }

        return ValueTask.FromResult<IReadOnlyList<string>>(languages);
    }

    public ValueTask<PhraseSet> FindKeyPhrasesAsync(IReadOnlyList<PassageText> passages, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(passages);
        var all = new List<KeyPhrase>();
        var top = new List<KeyPhrase>();
        foreach (var pieces in Batches(passages))
        {
            cancellation.ThrowIfCancellationRequested();
            var space = PhraseWorkspace.Rent();
            var batch = new PhraseBatch(pieces, space);
            PhraseRanking.Score(batch, PhraseRanker.Instance);
            var choice = new PhraseChoice(batch);
            choice.OfPassages(all);
            top.AddRange(choice.OfAll());
            PhraseWorkspace.Return(space);
        }

        var best = top.Concat(all).Select(phrase => phrase.Score).DefaultIfEmpty(1).Max();
        return ValueTask.FromResult(new PhraseSet(Name,
            [.. top.GroupBy(phrase => Fold.Word(phrase.Text)).Select(Highest).OrderByDescending(phrase => phrase.Score)
                .Take(PhraseChoice.MaxTop).Select(phrase => Scaled(phrase, best))],
            [.. OfPassages(all).Select(phrase => Scaled(phrase, best))]));
    }

    public ValueTask<IReadOnlyList<IReadOnlyList<PersonalDatum>>> FindPersonalDataAsync(IReadOnlyList<string> texts,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var found = new IReadOnlyList<PersonalDatum>[texts.Count];
        for (var i = 0; i < found.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            found[i] = PersonalDataFinder.Find(texts[i]);
        }

        return ValueTask.FromResult<IReadOnlyList<IReadOnlyList<PersonalDatum>>>(found);
    }

    private static KeyPhrase Highest(IEnumerable<KeyPhrase> same) => same.MaxBy(phrase => phrase.Score)!;

    private static KeyPhrase Scaled(KeyPhrase phrase, double best) =>
        phrase with { Score = Math.Round(phrase.Score / best, 4) };

    /// <summary>A passage that was cut has phrases from each part.</summary>
    private static IEnumerable<KeyPhrase> OfPassages(List<KeyPhrase> all) => all
        .GroupBy(phrase => phrase.Passage)
        .SelectMany(passage => passage.OrderByDescending(phrase => phrase.Score).Take(PhraseChoice.MaxOfPassage)
            .OrderBy(phrase => phrase.Start).ThenBy(phrase => phrase.End));

    private static IEnumerable<List<Piece>> Batches(IReadOnlyList<PassageText> passages)
    {
        var usual = Usual(passages);
        var batch = new List<Piece>();
        var size = 0;
        foreach (var (passage, text) in passages.Where(passage => (passage.Passage.Flags & PassageFlags.Folded) == 0))
        {
            var lists = WordLists.For(passage.Language == LanguageDetector.Unknown ? usual : passage.Language);
            for (var start = 0; start < text.Length;)
            {
                var length = Cut(text, start, MaxBatch);
                if (size + length > MaxBatch && batch.Count > 0)
                {
                    yield return batch;
                    (batch, size) = ([], 0);
                }

                batch.Add(new(passage.Number, text, start, length, passage.Start, lists));
                size += length;
                start += length;
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>The language of most of the text: what a passage too short to tell is probably in.</summary>
    private static string Usual(IReadOnlyList<PassageText> passages) => passages
        .Where(passage => passage.Passage.Language != LanguageDetector.Unknown)
        .GroupBy(passage => passage.Passage.Language)
        .OrderByDescending(group => group.Sum(passage => (long)passage.Text.Length))
            .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? LanguageDetector.Unknown;

    /// <summary>The length of the next piece: to a space where one is near, and never between surrogates.</summary>
    private static int Cut(string text, int start, int max)
    {
        if (text.Length - start <= max)
        {
            return text.Length - start;
        }

        var space = text.AsSpan(start + max / 2, max / 2).LastIndexOf(' ');
        var length = space < 0 ? max : max / 2 + space;
        return char.IsHighSurrogate(text[start + length - 1]) ? length - 1 : length;
    }
}
