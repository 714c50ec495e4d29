using Intake.Extract;
using Intake.PersonalData;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Search;

/// <summary>What everybody may read of a contribution: the same for what it is found by and for what is shown of it.</summary>
public sealed class PublicText(AnalysisStore analysis)
{
    /// <summary>Title and names, personal data covered, as far as they are public.</summary>
    public static IReadOnlyList<string> Lines(ContributionRow row)
    {
        if (!Records.IsTextPublic(row))
            return [];
        var who = row.Contributor.Public();
        IEnumerable<string?> lines = [row.Title, who.Organisation, who.Name, who.OnBehalfOf, .. who.Endorsers];
        return [.. lines.OfType<string>().Select(PersonalDataMask.Line)];
    }

    /// <summary>The contributor's own passages with their texts, personal data covered; none as long as they are not read.</summary>
    public async Task<IReadOnlyList<(Passage Passage, string Text)>> PassagesAsync(ContributionRow row, CancellationToken cancellation)
    {
        var extraction = Records.IsTextPublic(row) ? await analysis.ExtractionAsync(row.Id, row.Revision, cancellation) : null;
        var personal = extraction is null ? null : await analysis.PersonalDataAsync(row.Id, row.Revision, cancellation);
        var passages = new List<(Passage, string)>();
        foreach (var document in extraction?.Documents.Where(document => document.Passages.Any(passage => passage.IsOwn)) ?? [])
        {
            if (await analysis.TextAsync(row.Id, row.Revision, document.Number, cancellation) is not { } text)
                continue;
            var masked = PersonalDataSet.Cover(personal, document.Number, text);
            passages.AddRange(document.Passages.Where(passage => passage.IsOwn).Select(passage => (passage, passage.In(masked))));
        }

        return passages;
    }
}
