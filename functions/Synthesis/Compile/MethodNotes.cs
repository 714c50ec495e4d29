using System.Globalization;

namespace Intake.Synthesis;

/// <summary>Says how the digest was made and what it cannot say.</summary>
internal static class MethodNotes
{
    /// <param name="digest">All of it but this.</param>
    /// <param name="all">Counts of all contributions.</param>
    /// <param name="speakers">Contributions that are read closely and counted.</param>
    /// <param name="quotesChecked">Quotes that were compared with the stored texts.</param>
    public static Method Of(Digest digest, Tally all, Speakers speakers, int closely, int quotesChecked, DigestOptions options)
    {
        var participation = digest.Participation;
        var counted = digest.Reception.Included;
        var isSmall = counted < Method.SmallSample;
        var notes = new List<string>();
        if (isSmall)
        {
            notes.Add(Invariant($"Small sample: the digest rests on {counted} {Contributions(counted)}, fewer than {Method.SmallSample}. ")
                + "Read what is said as voices; numbers and shares say nothing about a stakeholder group at large.");
        }

        if (closely < participation.Included)
        {
            notes.Add(Invariant($"Read closely: messages, quotes, key phrases and campaigns come from {closely} of the {participation.Included} contributions, chosen by a fixed rule ")
                + "that takes a small stakeholder group whole before a large one. Contributions on themes and questions and those who took part are counted over all.");
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
        notes.Add("Themes, questions and key phrases are found by the engines named here, and they can miss what is said in unexpected words. A person can correct what a passage is about; "
            + Invariant($"{all["confirmed"]} of {all["passages"]} passages were confirmed so. Nothing is paraphrased: what stands as a quote is the contributor's own words."));
        notes.Add("Near-equal: two letters of which at least two fifths of the windows of 32 word pairs of each stand, in about the same order, in the other. Such letters of several contributors "
            + "are a campaign: counted once, with its size. The same text twice by the same contributor is a duplicate. A quotation of another's letter is neither.");
        notes.Add("Position: sentences that recommend, support or oppose (should, must, urge, support, no need for and their like, in the six UN languages), grouped when they are about the same proposal; a negation turns "
            + "a sentence to the other side. Sentences in other languages stand in the quotes of their theme. A position is a convergence when contributors of at least two stakeholder groups say it and nobody opposes, a divergence when some are for it and some against, "
            + "an option when several of one group say it, a single view when one does. Few is up to a third of the contributions on the theme, some up to a half, most more.");
        notes.Add(Invariant($"Other quotes are whole passages or whole sentences of {CandidateFinder.Short} to {CandidateFinder.Longest} characters where there are any, those most about the theme first: ")
            + Invariant($"up to {options.QuotesPerGroup} for each stakeholder group on a theme, of contributions that stand behind none of its messages, up to {options.QuotesPerGroupAndQuestion} on a question, and at most {options.QuotesPerContribution} of one contribution. ")
            + "Headings, greetings, the call's own words and passages with an e-mail address or telephone number are not quoted.");
        return new Method
        {
            ReadingNote = Method.Reading,
            PhraseEngines = Engines(all, "phrases"),
            ThemeEngines = Engines(all, "themes"),
            Quotes = digest.AllQuotes().Count(),
            QuotesChecked = quotesChecked,
            IsSmallSample = isSmall,
            Statements = speakers.All.Sum(contribution => contribution.Statements.Count),
            ReadClosely = closely,
            PassagesConfirmed = all["confirmed"],
            Passages = all["passages"],
            Notes = notes,
        };
    }

    private static List<EngineUse> Engines(Tally all, string kind) =>
        [.. all.Under(kind)
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new EngineUse(pair.Key, pair.Count))];

    private static string Contributions(int count) => count == 1 ? "contribution" : "contributions";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
