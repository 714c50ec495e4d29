using System.Globalization;

namespace Intake.Synthesis;

/// <summary>Says how the digest was made and what it cannot say.</summary>
internal static class MethodNotes
{
    public static Method Of(Participation participation, IReadOnlyList<ContributionState> all, int quotes, int quotesChecked, DigestOptions options)
    {
        var included = all.Where(contribution => contribution.IsIncluded).ToList();
        var isSmall = participation.Included < Method.SmallSample;
        var notes = new List<string>();
        if (isSmall)
        {
            notes.Add(Invariant($"Small sample: the digest rests on {participation.Included} {Contributions(participation.Included)}, fewer than {Method.SmallSample}. ")
                + "Read what is said as voices; numbers and shares say nothing about a stakeholder group at large.");
        }

        if (participation.Withheld > 0)
        {
            notes.Add(Invariant($"Withheld: {participation.Withheld} {Contributions(participation.Withheld)} counted but, at the contributor's wish, ")
                + "neither quoted nor used for key phrases.");
        }

        if (participation.Pending > 0)
        {
            notes.Add(Invariant($"Not yet included: {participation.Pending} {Contributions(participation.Pending)} still being processed; later digests will have what is read in time."));
        }

        if (participation.Failed > 0)
        {
            notes.Add(Invariant($"Not included: {participation.Failed} {Contributions(participation.Failed)} that could not be read; the ledger says why."));
        }

        notes.Add("Counts are of contributions, not of people: a joint letter counts once, whoever endorsed it. Stakeholder groups are as contributors declared them.");
        notes.Add("A contribution counts for every theme and question that its passages are about or refer to, so the numbers of themes add up to more than the contributions.");
        notes.Add("A question is answered when contributions of at least two stakeholder groups refer to it, partly answered when those of one do, unanswered when none does. How good an answer is, readers decide.");
        notes.Add("Themes, questions and key phrases are found by the engines named here, not by people, and they can miss what is said in unexpected words. Nothing is paraphrased: what stands as a quote is the contributor's own words.");
        notes.Add(Invariant($"Quotes are whole passages or whole sentences of {CandidateFinder.Short} to {CandidateFinder.Longest} characters where there are any, those most about the theme first: ")
            + Invariant($"up to {options.QuotesPerGroup} for each stakeholder group that spoke on a theme, up to {options.QuotesPerGroupAndQuestion} on a question, and at most {options.QuotesPerContribution} of one contribution. ")
            + "Headings, greetings, the call's own words and passages with an e-mail address or telephone number are not quoted.");
        return new Method
        {
            ReadingNote = Method.Reading,
            PhraseEngines = Engines(included.Select(contribution => contribution.PhraseEngine)),
            ThemeEngines = Engines(included.Select(contribution => contribution.ThemeEngine)),
            Quotes = quotes,
            QuotesChecked = quotesChecked,
            IsSmallSample = isSmall,
            Statements = 0,
            ReadClosely = included.Count,
            PassagesConfirmed = 0,
            Passages = 0,
            Notes = notes,
        };
    }

    private static List<EngineUse> Engines(IEnumerable<string?> names) =>
        [.. names
            .OfType<string>()
            .CountBy(name => name, StringComparer.Ordinal)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new EngineUse(pair.Key, pair.Value))];

    private static string Contributions(int count) => count == 1 ? "contribution" : "contributions";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
