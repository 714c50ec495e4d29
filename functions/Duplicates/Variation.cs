namespace Intake.Duplicates;

/// <summary>What differs between two letters of one group, passage by passage.</summary>
/// <param name="Added">Indexes of passages of the second letter that the first has nothing like.</param>
/// <param name="Missing">Indexes of passages of the first letter that the second has nothing like.</param>
/// <param name="Reworded">Indexes of passages of the second letter that the first has in other words.</param>
public sealed record Variation(IReadOnlyList<int> Added, IReadOnlyList<int> Missing, IReadOnlyList<int> Reworded)
{
    /// <summary>The share of a passage that has to stand in the other letter for it to be the same passage.</summary>
    private const double Same = 0.5;

    /// <param name="first">Passages of the letter that the other is compared with, such as the wording most senders used.</param>
    /// <param name="second">Passages of the letter that differs.</param>
    public static Variation Between(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        var (one, two) = (new Letter(first), new Letter(second));
        return new(
            [.. two.Passages.Where(passage => !one.Has(passage)).Select(passage => passage.Index)],
            [.. one.Passages.Where(passage => !two.Has(passage)).Select(passage => passage.Index)],
            [.. two.Passages.Where(passage => one.Has(passage) && !one.HasExactly(passage)).Select(passage => passage.Index)]);
    }

    private sealed class Letter
    {
        private readonly Fingerprint _whole;
        private readonly HashSet<UInt128> _exact;

        public Letter(IReadOnlyList<string> passages)
        {
            Passages = [.. passages.Select((text, index) => new Part(index, Fingerprint.Of(text)))];
            _whole = Fingerprint.Of(string.Join('\n', passages));
            _exact = [.. Passages.Select(passage => passage.Print.Whole)];
        }

        public IReadOnlyList<Part> Passages { get; }

        public bool HasExactly(Part passage) => _exact.Contains(passage.Print.Whole);

        public bool Has(Part passage) => HasExactly(passage) || Resemblance.Coverage(passage.Print.Pairs, _whole) >= Same;
    }

    private readonly record struct Part(int Index, Fingerprint Print);
}
