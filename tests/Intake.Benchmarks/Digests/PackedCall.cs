using System.Text.Json;
using Intake.Calls;
using Intake.Receive;
using Intake.Storage;

namespace Intake.Benchmarks.Digests;

/// <summary>
/// A call's journal and contributions in two files of a folder, with what is there before and after the change; written once,
/// then read by each run. Blobs lie one after the other, each contribution's after the lengths of its parts.
/// </summary>
internal sealed class PackedCall(string folder, Call call)
{
    /// <summary>New, revised and withdrawn between one digest and the next.</summary>
    public const int New = 90;
    public const int Revised = 5;
    public const int Withdrawn = 5;

    /// <summary>Contributions analysed at a time.</summary>
    private const int Batch = 512;

    private static readonly TimeSpan Period = TimeSpan.FromDays(180);
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromMinutes(10);

    public string Contributions => Path.Combine(folder, "contributions.bin");

    public string Journal => Path.Combine(folder, "journal.jsonl");

    public string Ledger => Path.Combine(folder, "ledger");

    public string State => Path.Combine(folder, "state.json.gz");

    public string Index(bool changed) => Path.Combine(folder, changed ? "after.index" : "before.index");

    /// <summary>When the digest before the change was made; the one after it is made a day after the last change.</summary>
    public DateTimeOffset Before => call.Opens + Period + TimeSpan.FromHours(1);

    public DateTimeOffset After => Before + ((New + Revised + Withdrawn) * BetweenChanges) + TimeSpan.FromDays(1);

    /// <param name="count">Contributions before the change.</param>
    public async Task FillAsync(int count, CancellationToken cancellation)
    {
        if (File.Exists(Index(changed: true)))
            return;
        Directory.CreateDirectory(Ledger);
        var analyst = new Analyst(call);
        await using var contributions = new PackedFile(Contributions);
        await using var journal = new PackedFile(Journal);
        var index = new PackedIndex([], [], 0);

        DateTimeOffset Received(int number) => number < count
            ? call.Opens + (Period / count * number)
            : Before + ((number - count + 1) * BetweenChanges);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Batch))
            await AddAsync(numbers);
        index.Save(Index(changed: false), journal.Length);
        await AddAsync([.. Enumerable.Range(count, New)]);
        for (var change = 0; change < Revised + Withdrawn; change++)
        {
            var (number, at) = ((int)((change + 0.5) * count / (Revised + Withdrawn)), Before + ((New + change + 1) * BetweenChanges));
            var letter = new Letter(number, change < Revised ? 2 : 1);
            var stored = change < Revised
                ? await analyst.AnalyseAsync(letter, Received(number), cancellation)
                : new StoredContribution(Analyst.Row(letter, Received(number), Status.Withdrawn, letter.Language), [], [], [], [], []);
            index.Contributions[number] = contributions.Add(stored.Parts);
            Note(letter, Received(number), at, change < Revised ? JournalKind.Revised : JournalKind.Withdrawn);
            if (change < Revised)
                Note(letter, Received(number), at.AddMinutes(1), JournalKind.Analysed);
        }

        index.Save(Index(changed: true), journal.Length);

        async Task AddAsync(int[] numbers)
        {
            var analysed = new StoredContribution[numbers.Length];
            await Parallel.ForAsync(0, numbers.Length, cancellation, async (at, token) =>
                analysed[at] = await analyst.AnalyseAsync(new Letter(numbers[at]), Received(numbers[at]), token));
            foreach (var (number, stored) in numbers.Zip(analysed))
            {
                index.Contributions.Add(contributions.Add(stored.Parts));
                index.Journal.Add((Received(number), journal.Length));
                Note(new Letter(number), Received(number), Received(number), JournalKind.Received);
                Note(new Letter(number), Received(number), Received(number).AddMinutes(1), JournalKind.Analysed);
            }

            Console.Error.Write($"\r{numbers[^1] + 1} of {count + New} ... ");
        }

        void Note(Letter letter, DateTimeOffset received, DateTimeOffset at, JournalKind kind) => journal.Add(
            JsonSerializer.SerializeToUtf8Bytes(new JournalEntry(at, Letter.Id(letter.Number, received), letter.Revision, kind), Json.Options), "\n"u8.ToArray());
    }
}
