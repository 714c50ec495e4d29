using Intake.Calls;

namespace Intake.Themes;

/// <summary>Keeps the compiled vocabularies of the calls in use: contributions to one call come in rows.</summary>
internal sealed class VocabularyCache
{
    /// <summary>Calls open at one time are few; an entry is some hundred kilobytes at most.</summary>
    private const int MaxEntries = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Call, string Version), ThemeVocabulary> _entries = [];
    private readonly Queue<(string Call, string Version)> _order = new();

    public ThemeVocabulary Get(Call call, string version)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue((call.Id, version), out var known))
            {
                return known;
            }

            if (_order.Count == MaxEntries)
            {
                _entries.Remove(_order.Dequeue());
            }

            _order.Enqueue((call.Id, version));
            return _entries[(call.Id, version)] = new(call);
        }
    }
}
