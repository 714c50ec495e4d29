namespace Intake.Themes;

/// <summary>How much in a passage speaks for each theme, and which words do.</summary>
internal sealed class ThemeEvidence(string text, int themes)
{
    /// <summary>Places kept of one theme: enough to choose the best words from.</summary>
    private const int MaxPlaces = 60;

    private readonly double[] _sums = new double[themes];
    private readonly List<Place>?[] _places = new List<Place>?[themes];

    public double this[int theme] => _sums[theme];

    /// <summary>Adds what stands from <paramref name="start"/> to <paramref name="end"/>. Places come in the order of
    /// the text.</summary>
    public void Add(int theme, double weight, int start, int end)
    {
        if (weight <= 0)
        {
            return;
        }

        _sums[theme] += weight;
        var places = _places[theme] ??= [];
        if (places.Count > 0 && Adjoins(places[^1], start))
        {
            places[^1] = new(places[^1].Start, Math.Max(end, places[^1].End), places[^1].Weight + weight);
        }
        else if (places.Count < MaxPlaces)
        {
            places.Add(new(start, end, weight));
        }
    }

    /// <summary>The words that weigh most, verbatim, best first; neighbours are one.</summary>
    public IEnumerable<string> Why(int theme) => (_places[theme] ?? [])
        .GroupBy(place => text[place.Start..place.End], StringComparer.OrdinalIgnoreCase)
        .Select(group => (group.Key, Weight: group.Sum(place => place.Weight)))
        .OrderByDescending(word => word.Weight)
        .Select(word => word.Key);

    private bool Adjoins(Place last, int start) =>
        start <= last.End || start == last.End + 1 && text[last.End] is ' ' or '-' or '\u2011';

    private readonly record struct Place(int Start, int End, double Weight);
}
