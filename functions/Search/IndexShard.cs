using System.Text;

namespace Intake.Search;

/// <summary>A contribution in the index.</summary>
/// <param name="Terms">What it is found by.</param>
public sealed record IndexEntry(string Id, IReadOnlyCollection<string> Terms);

/// <summary>
/// Some hundred contributions that came one after the other, by what they are found by. In the blob the ids come first, then
/// the terms in sections by the way they begin, so that a search reads the ids and one section for each of its terms.
/// </summary>
internal static class IndexShard
{
    public const int Sections = 64;

    /// <summary>Where the first section begins, and each that follows.</summary>
    private const int OffsetBytes = (Sections + 1) * sizeof(int);

    /// <summary>The shard's bytes, and how many of them are its head.</summary>
    public static (byte[] Content, int HeadBytes) Write(IReadOnlyList<IndexEntry> entries)
    {
        var sections = Enumerable.Range(0, Sections).Select(_ => new SortedDictionary<string, List<int>>(StringComparer.Ordinal)).ToArray();
        for (var i = 0; i < entries.Count; i++)
        {
            foreach (var term in entries[i].Terms)
            {
                var section = sections[IndexTerms.Section(term)];
                if (!section.TryGetValue(term, out var places))
                    section.Add(term, places = []);
                places.Add(i);
            }
        }

        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content, Encoding.UTF8);
        content.Position = OffsetBytes;
        writer.Write7BitEncodedInt(entries.Count);
        foreach (var entry in entries)
            writer.Write(entry.Id);
        writer.Flush();
        var offsets = new List<int>(Sections + 1) { (int)content.Position };
        foreach (var section in sections)
        {
            foreach (var (term, places) in section)
                Write(writer, term, places);
            writer.Flush();
            offsets.Add((int)content.Position);
        }

        content.Position = 0;
        offsets.ForEach(writer.Write);
        writer.Flush();
        return (content.ToArray(), offsets[0]);
    }

    public static IReadOnlyList<string> Ids(ReadOnlyMemory<byte> head)
    {
        using var reader = Reader(head[OffsetBytes..]);
        return [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => reader.ReadString())];
    }

    /// <summary>Where a section stands in the blob.</summary>
    public static (int Start, int End) Place(ReadOnlyMemory<byte> head, int section)
    {
        using var reader = Reader(head.Slice(section * sizeof(int), 2 * sizeof(int)));
        return (reader.ReadInt32(), reader.ReadInt32());
    }

    /// <summary>The terms of a section with the places in <see cref="Ids"/> that have them, both ascending.</summary>
    public static IEnumerable<(string Term, List<int> Places)> Terms(ReadOnlyMemory<byte> section)
    {
        using var reader = Reader(section);
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            var term = reader.ReadString();
            var places = new List<int>(reader.Read7BitEncodedInt());
            for (var (left, last) = (places.Capacity, 0); left > 0; left--)
                places.Add(last += reader.Read7BitEncodedInt());
            yield return (term, places);
        }
    }

    /// <summary>All that is in a shard.</summary>
    public static IEnumerable<IndexEntry> Entries(ReadOnlyMemory<byte> shard)
    {
        var ids = Ids(shard);
        var terms = ids.Select(_ => new List<string>()).ToArray();
        for (var section = 0; section < Sections; section++)
        {
            var (start, end) = Place(shard, section);
            foreach (var (term, places) in Terms(shard[start..end]))
                places.ForEach(place => terms[place].Add(term));
        }

        return ids.Select((id, i) => new IndexEntry(id, terms[i]));
    }

    private static void Write(BinaryWriter writer, string term, List<int> places)
    {
        writer.Write(term);
        writer.Write7BitEncodedInt(places.Count);
        var last = 0;
        foreach (var place in places)
        {
            writer.Write7BitEncodedInt(place - last);
            last = place;
        }
    }

    private static BinaryReader Reader(ReadOnlyMemory<byte> bytes) => new(new MemoryStream(bytes.ToArray(), writable: false), Encoding.UTF8);
}
