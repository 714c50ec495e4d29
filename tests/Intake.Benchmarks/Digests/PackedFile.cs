namespace Intake.Benchmarks.Digests;

/// <summary>A file to which things are added at the end.</summary>
internal sealed class PackedFile(string path) : IAsyncDisposable
{
    private readonly BufferedStream _file = new(File.Create(path), 1 << 20);

    public long Length => _file.Position;

    /// <summary>The lengths of the parts, then the parts.</summary>
    /// <returns>Where they begin.</returns>
    public long Add(byte[][] parts)
    {
        var at = Length;
        foreach (var part in parts)
            _file.Write(BitConverter.GetBytes(part.Length));
        foreach (var part in parts)
            _file.Write(part);
        return at;
    }

    public void Add(byte[] line, byte[] end)
    {
        _file.Write(line);
        _file.Write(end);
    }

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}

/// <summary>Where things are in the packed files.</summary>
/// <param name="Contributions">Of each contribution, by number: its latest revision.</param>
/// <param name="Journal">Of the first entry of each, with its time; what was changed has more at the end.</param>
/// <param name="JournalEnd">How much of the journal is there.</param>
internal sealed record PackedIndex(List<long> Contributions, List<(DateTimeOffset At, long Offset)> Journal, long JournalEnd)
{
    public void Save(string path, long journalEnd)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(journalEnd);
        writer.Write(Contributions.Count);
        foreach (var (contribution, (at, offset)) in Contributions.Zip(Journal))
        {
            writer.Write(contribution);
            writer.Write(at.UtcTicks);
            writer.Write(offset);
        }
    }

    public static PackedIndex Load(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        var end = reader.ReadInt64();
        var count = reader.ReadInt32();
        var index = new PackedIndex(new(count), new(count), end);
        for (var i = 0; i < count; i++)
        {
            index.Contributions.Add(reader.ReadInt64());
            index.Journal.Add((new(reader.ReadInt64(), TimeSpan.Zero), reader.ReadInt64()));
        }

        return index;
    }

    /// <summary>Where in the journal all that is not older than a time begins, at the latest.</summary>
    public long JournalFrom(DateTimeOffset since)
    {
        var (low, high) = (0, Journal.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Journal[middle].At < since ? (middle + 1, high) : (low, middle);
        }

        // The one before may have been analysed after that time.
        return Journal.Count == 0 ? 0 : Journal[Math.Max(0, low - 1)].Offset;
    }
}
