using System.Text.Json;
using Intake.Calls;
using Intake.Http;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Themes;

/// <summary>What a person says a passage is about; no themes and no questions is an answer.</summary>
public sealed record Correction(IReadOnlyList<string> Themes, IReadOnlyList<int> Questions, string? By)
{
    private const int MaxWord = 300;
    private const int MaxItems = 300;

    /// <exception cref="ProblemException">Something in it is not right; every mistake is named.</exception>
    public static Correction Read(JsonElement json, Call call)
    {
        var errors = new List<InputError>();
        var root = new JsonReading(json, "$", errors);
        var (themes, questions) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<int>());
        root.IsObject("themes", "questions", "by");
        if (root.Member("themes") is { } list)
        {
            foreach (var item in list.Items(MaxItems))
            {
                if (item.Text(MaxWord) is not { } id)
                    continue;
                if (call.Themes.Any(theme => theme.Id == id))
                    themes.Add(id);
                else
                    item.Error($"is not a theme of the call '{call.Id}'");
            }
        }
        else if (errors.Count == 0)
        {
            errors.Add(new InputError("$.themes", "is missing; an empty list says that the passage is about none"));
        }

        foreach (var item in root.Member("questions")?.Items(MaxItems) ?? [])
        {
            if (item.Whole(1, int.MaxValue) is not { } number)
                continue;
            if (call.Questions.Any(question => question.Number == number))
                questions.Add((int)number);
            else
                item.Error($"is not a question of the call '{call.Id}'");
        }

        var by = root.Member("by")?.Text(MaxWord);
        return errors.Count == 0 ? new([.. themes], [.. questions], by) : throw Problems.Invalid(errors);
    }
}

/// <summary>Keeps corrections. From then on they are the passage's themes, and other passages are learned from
/// them.</summary>
public sealed class Corrections(
    ContributionStore contributions, AnalysisStore analysis, Reclassifier reclassifier, TimeProvider time)
{
    private const int MaxTries = 5;

    /// <summary>Keeps what was said of the passage; null takes it back. The same once more changes nothing.</summary>
    /// <returns>What the passage is about now.</returns>
    public async Task<PassageThemes> PutAsync(
        string call, string id, int passage, Correction? correction, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxTries; tries++)
        {
            var row = await contributions.FindAsync(call, id, cancellation) ?? throw Problems.UnknownContribution();
            if (row.Status == Status.Withdrawn)
                throw Problems.Withdrawn();
            if (row.Status != Status.Analysed)
                throw Problems.NotReadYet();
            var extraction = await analysis.ExtractionAsync(id, row.Revision, cancellation);
            if (extraction?.Passages.Any(one => one.Number == passage) != true)
                throw Problems.UnknownPassage();

            var known = (await contributions.CorrectionsAsync(call, id, row.Revision, cancellation))
                .FirstOrDefault(one => one.Passage == passage);
            if (!Same(known, correction)
                && !await contributions.TryCorrectAsync(call, row, Row(passage, correction), takeBack: correction is null, cancellation))
                continue;

            // Should we die here, the journal says that it was corrected, and the next learning does this.
            await reclassifier.RunAsync(call, id, cancellation);
            var found = await analysis.ClassificationAsync(id, row.Revision, cancellation);
            return found?.Passages.FirstOrDefault(one => one.Passage == passage) ?? new(passage, [], []);
        }

        throw Problems.Contended();
    }

    private CorrectionRow Row(int passage, Correction? correction) => new()
    {
        Passage = passage,
        Themes = string.Join(' ', correction?.Themes ?? []),
        Questions = string.Join(' ', correction?.Questions ?? []),
        By = correction?.By,
        At = time.GetUtcNow(),
    };

    private static bool Same(CorrectionRow? known, Correction? correction) => correction is null
        ? known is null
        : known is not null && known.By == correction.By && known.ThemeIds.SequenceEqual(correction.Themes)
            && known.QuestionNumbers.SequenceEqual(correction.Questions);
}
