using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>
/// Compiles digests: reads what the journal tells since the last one, folds it into the state, and builds the digest
/// from the state alone. Same journal, contributions, call, follow-up, number and time: same digest.
/// </summary>
public sealed class DigestCompiler(DigestOptions? options = null)
{
    private static readonly Method NotYet = new()
    {
        ReadingNote = Method.Reading,
        PhraseEngines = [],
        ThemeEngines = [],
        Quotes = 0,
        QuotesChecked = 0,
        IsSmallSample = false,
        Statements = 0,
        ReadClosely = 0,
        PassagesConfirmed = 0,
        Passages = 0,
        Notes = [],
    };

    private readonly DigestOptions _options = options ?? new DigestOptions();

    /// <param name="call">The call as it is now.</param>
    /// <param name="number">Of the new digest, from 1.</param>
    /// <param name="previous">State kept with the last digest; null compiles from the whole journal.</param>
    /// <param name="source">Journal, contributions and texts.</param>
    /// <param name="ledger">Keeps the ledger's chunks.</param>
    /// <param name="noted">What the secretariat noted and contributors asked for.</param>
    /// <param name="now">The time the digest bears.</param>
    /// <param name="scheduledFor">The time of the schedule it stands for, if it is compiled on schedule.</param>
    /// <param name="cancellation">Ends reading.</param>
    /// <exception cref="QuoteMismatchException">A quote is not what the stored text says.</exception>
    public async Task<CompiledDigest> CompileAsync(
        Call call,
        int number,
        DigestState? previous,
        IContributionSource source,
        ILedgerStore ledger,
        Noted noted,
        DateTimeOffset now,
        DateTimeOffset? scheduledFor,
        CancellationToken cancellation)
    {
        now = now.ToUniversalTime();
        var fold = new DigestFold(call, previous, source, ledger, now, _options);
        await fold.RunAsync(cancellation);
        var state = await fold.ToStateAsync(cancellation);
        var closely = InOrderOfArrival(fold.Closely.Chosen());
        var campaigns = new Campaigns(closely, cancellation);
        var speakers = new Speakers([.. closely.Where(contribution => !campaigns.Removed.ContainsKey(contribution.Id) && !contribution.IsEmpty)], campaigns);
        var counted = fold.Tally.Without(call, closely.Where(contribution => campaigns.Removed.ContainsKey(contribution.Id)));
        var phrases = EmergingTopics.Phrases(call, speakers, previous?.Last);

        var digest = Build(call, number, fold, closely, campaigns, speakers, counted, phrases, previous?.Last, noted, now);
        digest = digest with { ScheduledFor = scheduledFor?.ToUniversalTime(), Ledger = await LedgerOfAsync(digest, fold, state, campaigns, cancellation) };
        var compared = await new QuoteCheck(source, call.Id, _options.Readers).CheckAsync([.. digest.AllQuotes()], cancellation);
        digest = digest with { Method = MethodNotes.Of(digest, fold.Tally, speakers, closely.Count, compared, _options) };

        var last = LastOf(digest, Agenda.PrintedFingerprint(call, noted), phrases);
        var isChanged = fold.Changed || previous?.Last is not { } before
            || before.Printed != last.Printed || before.Interim != last.Interim;
        return new CompiledDigest(digest, state with { Last = last }, isChanged);
    }

    private Digest Build(
        Call call,
        int number,
        DigestFold fold,
        IReadOnlyList<ContributionState> closely,
        Campaigns campaigns,
        Speakers speakers,
        Tally counted,
        IReadOnlyList<(string Key, EmergingPhrase Phrase)> phrases,
        LastDigest? last,
        Noted noted,
        DateTimeOffset now)
    {
        var statements = new StatementQuotes(speakers);
        var messages = new MessageBuilder(speakers, statements, last);

        // Themes choose their quotes first: there a reader looks for them. Questions then prefer others.
        var sections = new Sections(counted, speakers, messages, new QuoteSelection(_options), last, _options);
        var participation = ParticipationCounts.Of(call, fold.Tally, closely);
        var themes = call.Themes.Select(sections.Of).ToList();
        var outside = sections.Outside();
        var digest = new Digest
        {
            Call = new DigestCall(call.Id, call.Title, call.Stage, call.Opens, call.Closes, call.TimeZone, call.Languages),
            Number = number,
            Generated = now,
            Period = new Period(last?.At ?? call.Opens.ToUniversalTime(), now),
            Interim = now < call.Closes || participation.Pending > 0,
            Brief = BriefMessages.Of(
                themes.SelectMany(theme => theme.Messages.Select(message => (theme.Id, message)))
                    .Concat((outside?.Messages ?? []).Select(message => (Agenda.Outside, message)))),
            Process = ProcessChecks.Of(call, participation, fold.Tally, now),
            Reception = Receptions.Of(fold.Tally, counted, campaigns),
            Participation = participation,
            Questions = [.. call.Questions.Select(sections.Of)],
            Themes = themes,
            Outside = outside,
            Emerging = EmergingTopics.Of(call, counted, phrases.Select(phrase => phrase.Phrase)),
            Requests = ProcessRequests.Of(speakers, statements, messages, last),
            Changes = new Changes(last?.Number, fold.Log.New(), fold.Log.Revised(), fold.Log.Withdrawn(), fold.Log.Included(), fold.Log.Failed(), fold.Log.Reclassified(), [], [], []),
            FollowUp = noted.FollowUp,
            Corrections = noted.Corrections,
            Method = NotYet,
            Ledger = new Ledger(0, [], []),
        };
        return digest with { Changes = WithMessages(digest, last) };
    }

    private static Changes WithMessages(Digest digest, LastDigest? last)
    {
        var now = digest.AllMessages().ToList();
        var ids = now.Select(message => message.Id).ToHashSet(StringComparer.Ordinal);
        return digest.Changes with
        {
            Appeared = last is null ? [] : [.. now.Where(message => message.Change == MessageChange.New).Select(message => message.Id)],
            Grown = [.. now.Where(message => message.Change == MessageChange.Grown).Select(message => message.Id)],
            Vanished = [.. (last?.Messages ?? [])
                .Where(message => !ids.Contains(message.Id))
                .Select(message => new VanishedMessage(message.Id, message.Theme, message.Contributions))],
        };
    }

    private async Task<Ledger> LedgerOfAsync(
        Digest digest, DigestFold fold, DigestState state, Campaigns campaigns, CancellationToken cancellation)
    {
        var count = state.Chunks.Sum(chunk => chunk.Count);
        if (count > _options.LedgerRows)
            return new Ledger(count, [], [.. state.Chunks.Select(chunk => chunk.Count)]);
        var all = new List<ContributionState>(count);
        await foreach (var rows in fold.Book.AllAsync(cancellation))
            all.AddRange(rows);
        var writer = new LedgerRows(digest, campaigns.Removed);
        return new Ledger(count, [.. InOrderOfArrival(all).Select(writer.Of)], []);
    }

    private static LastDigest LastOf(Digest digest, string printed, IReadOnlyList<(string Key, EmergingPhrase Phrase)> phrases) => new(
        digest.Number,
        digest.Generated,
        digest.Interim,
        printed,
        [.. digest.Themes.SelectMany(theme => theme.Messages.Select(message => Reported(message, theme.Id)))
            .Concat((digest.Outside?.Messages ?? []).Select(message => Reported(message, Agenda.Outside)))],
        new SortedDictionary<int, QuestionStatus>(digest.Questions.ToDictionary(question => question.Number, question => question.Status)),
        new SortedDictionary<string, int>(phrases.ToDictionary(phrase => phrase.Key, phrase => phrase.Phrase.Contributions), StringComparer.Ordinal),
        new SortedDictionary<string, int>(digest.Requests.ToDictionary(request => request.Id, request => request.Digests), StringComparer.Ordinal));

    private static ReportedMessage Reported(Message message, string theme) =>
        new(message.Id, theme, message.SupportedBy.Union(message.OpposedBy, StringComparer.Ordinal).Count());

    private static List<ContributionState> InOrderOfArrival(IEnumerable<ContributionState> contributions) =>
        [.. contributions.OrderBy(contribution => contribution.Received).ThenBy(contribution => contribution.Id, StringComparer.Ordinal)];
}
