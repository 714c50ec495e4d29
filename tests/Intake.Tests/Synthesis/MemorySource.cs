using System.Runtime.CompilerServices;
using Intake.Storage;
using Intake.Synthesis;

namespace Intake.Tests.Synthesis;

/// <summary>A journal and contributions in memory, with a record of what was read.</summary>
public sealed class MemorySource : IContributionSource
{
    private readonly Dictionary<string, AnalysedContribution> _contributions = [];
    private readonly List<JournalEntry> _journal = [];
    private readonly Dictionary<(string Id, int Revision, int Document), string> _texts = [];
    private readonly Lock _lock = new();

    public MemoryLedger Ledger { get; } = new();

    public List<string> Loaded { get; } = [];

    public List<string> TextsRead { get; } = [];

    public IReadOnlyList<JournalEntry> Journal => _journal;

    /// <summary>Entries of equal time come in an order that depends on this.</summary>
    public int Shuffle { get; set; }

    public void Add(JournalEntry entry) => _journal.Add(entry);

    public void Set(AnalysedContribution contribution)
    {
        _contributions[contribution.Id] = contribution;
        foreach (var (number, text) in contribution.Texts)
        {
            _texts[(contribution.Id, contribution.Revision, number)] = text;
        }
    }

    public void Purge(string id) => _contributions.Remove(id);

    public void SetText(string id, int revision, int document, string text) => _texts[(id, revision, document)] = text;

    public async IAsyncEnumerable<JournalEntry> JournalAsync(
        string call, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var random = new Random(Shuffle);
        foreach (var entry in _journal.Where(entry => entry.At >= since).OrderBy(entry => entry.At).ThenBy(_ => random.Next()).ToList())
        {
            await Task.Yield();
            yield return entry;
        }
    }

    public async Task<AnalysedContribution?> LoadAsync(string call, string id, CancellationToken cancellation)
    {
        await Task.Yield();
        lock (_lock)
        {
            Loaded.Add(id);
            return _contributions.GetValueOrDefault(id);
        }
    }

    public async Task<string?> TextAsync(string call, string id, int revision, int document, CancellationToken cancellation)
    {
        await Task.Yield();
        lock (_lock)
        {
            TextsRead.Add($"{id}/{revision}/{document}");
            return _texts.GetValueOrDefault((id, revision, document));
        }
    }
}
