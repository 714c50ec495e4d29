namespace Intake.Positions;

/// <summary>What the statements of a group have in common: the average similarity of any statement to all of them, without
/// looking at each.</summary>
internal sealed class StatementProfile
{
    private readonly StatementSpace _space;
    private readonly double[] _meaning;
    private readonly Dictionary<uint, long> _words = [];
    private readonly List<int> _members = [];

    public StatementProfile(StatementSpace space, IEnumerable<int> members)
    {
        _space = space;
        _meaning = new double[space.Meanings[0].Length];
        foreach (var member in members)
        {
            Add(member);
        }
    }

    public IReadOnlyList<int> Members => _members;

    /// <summary>The average similarity of two different members, where 1 is that of equal texts.</summary>
    public double Cohesion
    {
        get
        {
            var all = _members.Sum(member => (double)Similarity(member) * _members.Count);
            var self = _members.Sum(member => (double)_space.Similarity(member, member));
            return (all - self) / Math.Max(1.0, (double)_members.Count * (_members.Count - 1)) / StatementSpace.One;
        }
    }

    public void Add(int statement)
    {
        _members.Add(statement);
        var meaning = _space.Meanings[statement];
        for (var d = 0; d < meaning.Length; d++)
        {
            _meaning[d] += meaning[d];
        }

        foreach (var (word, weight) in _space.Words[statement])
        {
            _words[word] = _words.GetValueOrDefault(word) + weight;
        }
    }

    /// <summary>Average over the members.</summary>
    public long Similarity(int statement)
    {
        var (meanings, words) = (0.0, 0L);
        var meaning = _space.Meanings[statement];
        for (var d = 0; d < meaning.Length; d++)
        {
            meanings += meaning[d] * _meaning[d];
        }

        foreach (var (word, weight) in _space.Words[statement])
        {
            words += weight * _words.GetValueOrDefault(word);
        }

        return _space.Similarity(meanings, words) / _members.Count;
    }
}
