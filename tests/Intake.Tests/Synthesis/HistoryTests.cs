using System.Text.Json;
using Intake.Calls;
using Intake.Publish;
using Intake.Receive;
using Intake.Storage;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

/// <summary>Whatever happens, in whatever order it is read: nothing is lost and the numbers add up.</summary>
public sealed class HistoryTests
{
    private static readonly string[] Lines =
    [
        "Remote participation should be open to all who cannot travel to the meetings of the forum.",
        "A voluntary fund could help speakers from small countries to come, as others have shown before.",
        "The outcomes of the forum should be messages which other bodies take up in their own work.",
        "Q1: a mentor for each newcomer would make participation easier than any guide could.",
        "Q2, Q3: neither needs a new body; what exists should be used better than it is used today.",
        "The garden of the conference centre was pleasant in the evening after the sessions.",
    ];

    /// <summary>A thousand edits in all; with the smaller limits most contributions are not read closely.</summary>
    [Theory]
    [InlineData(1, 1_500)]
    [InlineData(2, 1_500)]
    [InlineData(3, 1_500)]
    [InlineData(4, 20)]
    [InlineData(5, 7)]
    [InlineData(6, 0)]
    public async Task Folded_in_steps_the_digest_is_the_same_as_from_nothing(int seed, int readClosely)
    {
        var options = new DigestOptions { ReadClosely = readClosely };
        var random = new Random(seed);
        var source = new MemorySource();
        var world = new World(random, source);
        DigestState? state = null;
        CompiledDigest? stepwise = null;
        for (var step = 1; step <= 12; step++)
        {
            world.Live(random.Next(0, 30));
            source.Shuffle = random.Next();
            stepwise = await Sample.CompileAsync(source, state, step, now: world.Now, options: options);
            state = RoundTrip(stepwise.State);
            Check(stepwise.Digest, world.Known);
        }

        source.Shuffle = random.Next();
        var fromNothing = await Sample.CompileAsync(source, null, 12, now: world.Now, options: options);
        Assert.Equal(Bytes(WithoutHistory(stepwise!.Digest)), Bytes(WithoutHistory(fromNothing.Digest)));
        Assert.Equal(Bytes(stepwise.State.Tally), Bytes(fromNothing.State.Tally));
        Assert.Equal(Bytes(stepwise.State.Chunks), Bytes(fromNothing.State.Chunks));
    }

    [Fact]
    public async Task Entries_folded_twice_and_in_any_order_change_nothing()
    {
        var source = new MemorySource();
        var world = new World(new Random(7), source);
        world.Live(60);
        async Task<string> FoldAsync(int shuffle)
        {
            source.Shuffle = shuffle;
            var fold = new DigestFold(Sample.Call, null, source, source.Ledger, world.Now);
            await fold.RunAsync(CancellationToken.None);
            return Bytes(await fold.ToStateAsync(CancellationToken.None));
        }

        var once = await FoldAsync(1);
        foreach (var entry in source.Journal.Take(20).ToList())
            source.Add(entry);
        Assert.Equal(once, await FoldAsync(2));
    }

    [Fact]
    public async Task The_same_input_gives_the_same_bytes_in_every_format()
    {
        var random = new Random(11);
        var source = new MemorySource();
        var world = new World(random, source);
        world.Live(80);
        foreach (var format in DigestFormats.All)
        {
            source.Shuffle = 1;
            var one = await Sample.CompileAsync(source, now: world.Now);
            source.Shuffle = 2;
            var other = await Sample.CompileAsync(source, now: world.Now);
            Assert.Equal(
                await format.RenderAsync(one.Digest, null, CancellationToken.None),
                await format.RenderAsync(other.Digest, null, CancellationToken.None));
        }
    }

    /// <summary>What was said before is the only thing that a digest compiled from nothing cannot know.</summary>
    private static Digest WithoutHistory(Digest digest)
    {
        static IReadOnlyList<Message> Plain(IReadOnlyList<Message> messages) =>
            [.. messages.Select(message => message with { Change = MessageChange.New, Before = null })];
        return digest with
        {
            Changes = new(null, new(0, []), new(0, []), new(0, []), new(0, []), new(0, []), new(0, []), [], [], []),
            Period = new(default, default),
            Themes = [.. digest.Themes.Select(theme => theme with { Messages = Plain(theme.Messages) })],
            Outside = digest.Outside is { } outside ? outside with { Messages = Plain(outside.Messages) } : null,
            Questions = [.. digest.Questions.Select(question => question with { Before = null })],
            Emerging = digest.Emerging with { Phrases = [] },
            Requests = [.. digest.Requests.Select(request => request with { Digests = 1 })],
        };
    }

    private static void Check(Digest digest, IReadOnlyDictionary<string, AnalysedContribution> known)
    {
        var ids = known.Keys.ToList();
        Assert.All(digest.Ledger.Rows, row => Assert.Equal(known[row.Contribution].Status, row.Status));
        Assert.Equal(ids.Order(StringComparer.Ordinal), digest.Ledger.Rows.Select(row => row.Contribution).Order(StringComparer.Ordinal));
        var participation = digest.Participation;
        Assert.Equal(ids.Count, participation.Received);
        Assert.Equal(
            participation.Received,
            participation.Included + participation.Pending + participation.Failed + participation.Withdrawn);
        foreach (var table in new[] { participation.Groups, participation.Countries, participation.Languages, participation.Channels })
        {
            Assert.Equal(participation.Received, table.Sum(share => share.Received));
            Assert.Equal(participation.Included, table.Sum(share => share.Included));
            Assert.Equal(participation.Words, table.Sum(share => share.Words));
        }

        foreach (var theme in digest.Themes)
        {
            Assert.Equal(theme.Contributions, theme.Groups.Sum(group => group.Contributions));
            Assert.Equal(theme.Contributions, digest.Ledger.Rows.Count(row => row.UsedIn.Contains(theme.Id)));
        }

        foreach (var question in digest.Questions)
        {
            Assert.Equal(question.Contributions, digest.Ledger.Rows.Count(row => row.UsedIn.Contains($"Q{question.Number}")));
        }

        Assert.All(digest.Ledger.Rows, row => Assert.True(row.Status == Status.Analysed || row is { Quotes: 0, Why: not null, UsedIn.Count: 0 }));
        Assert.Equal(participation.Included, digest.Ledger.Rows.Count(row => row.Status == Status.Analysed));
        Assert.Equal(digest.Reception.Included, digest.Ledger.Rows.Count(row => row.Removed is null));
        Assert.Equal(digest.Reception.Received, digest.Reception.Included + digest.Reception.Removed.Sum(removal => removal.Count));
        Assert.All(digest.Reception.Removed, removal => Assert.Equal(removal.Reason == RemovalReason.Superseded
            ? digest.Ledger.Rows.Sum(row => row.Revision - 1) : digest.Ledger.Rows.Count(row => row.Removed == removal.Reason), removal.Count));
        Assert.Equal(participation.Received, digest.Process.Days.Sum(day => day.Contributions));
        foreach (var message in digest.Themes.SelectMany(theme => theme.Messages))
        {
            Assert.Equal(message.Supporting, message.SupportedBy.Count);
            Assert.Equal(message.Supporting, message.Supporters.Sum(group => group.Contributions));
            Assert.Equal(message.Opposing, message.Opponents.Sum(group => group.Contributions));
            Assert.All(message.SupportedBy, id => Assert.Contains(message.Id, digest.Ledger.Rows.Single(row => row.Contribution == id).Messages));
            Assert.NotEmpty(message.Quotes);
        }

    }

    private static string Bytes<T>(T value) => JsonSerializer.Serialize(value, Json.Options);

    private static DigestState RoundTrip(DigestState state) =>
        JsonSerializer.Deserialize<DigestState>(JsonSerializer.Serialize(state, Json.Options), Json.Options)!;

    /// <summary>Contributions come, are analysed, fail, are revised, taken back and lost, each with its journal entry.</summary>
    private sealed class World(Random random, MemorySource source)
    {
        private readonly Dictionary<string, AnalysedContribution> _known = [];

        public DateTimeOffset Now { get; private set; } = Sample.Now;

        public IReadOnlyDictionary<string, AnalysedContribution> Known => _known;

        public void Live(int events)
        {
            for (var i = 0; i < events; i++)
            {
                Now = Now.AddSeconds(random.Next(0, 200));
                Happen();
            }

            Now = Now.AddSeconds(1);
        }

        private void Happen()
        {
            var isNew = _known.Count == 0 || random.Next(3) == 0;
            var id = isNew ? $"c{_known.Count + 1:000}" : _known.Keys.Order().ElementAt(random.Next(_known.Count));
            var old = _known.GetValueOrDefault(id);
            if (old?.Status == Status.Withdrawn)
            {
                return;
            }

            var (kind, status, revision) = (isNew, random.Next(6)) switch
            {
                (true, _) => (JournalKind.Received, Status.Received, 1),
                (_, 0) => (JournalKind.Revised, Status.Received, old!.Revision + 1),
                (_, 1) => (JournalKind.Withdrawn, Status.Withdrawn, old!.Revision),
                (_, 2) => (JournalKind.Failed, Status.Failed, old!.Revision),
                _ => (JournalKind.Analysed, Status.Analysed, old!.Revision),
            };
            var groups = Enum.GetValues<StakeholderGroup>();
            var contributor = old?.Contributor ?? Sample.From(groups[random.Next(groups.Length)], id, (PublishAs)random.Next(3));
            var text = string.Join('\n', Lines.Where(_ => random.Next(2) == 0).Select(line => $"{line} ({id}.{revision})"));
            var now = Sample.Contribution(id, text, contributor, "en", revision, status) with { Received = old?.Received ?? Now };
            _known[id] = now;
            source.Set(now);
            if (status == Status.Withdrawn && random.Next(2) == 0)
            {
                source.Purge(id);
            }

            // Written some time after the moment it bears, or before, by another worker's clock.
            source.Add(new JournalEntry(Now.AddSeconds(-random.Next(0, 300)), id, revision, kind, kind == JournalKind.Failed ? "unreadable" : null));
        }
    }
}
