using System.Runtime.CompilerServices;

namespace Intake.Storage;

/// <summary>Makes one ordered sequence of several, reading no further ahead in each than it does itself.</summary>
internal static class OrderedMerge
{
    /// <param name="sources">Each in ascending order of its keys.</param>
    /// <param name="key">Compared ordinally; of equal ones the earlier source comes first.</param>
    public static async IAsyncEnumerable<T> Of<T>(
        IEnumerable<IAsyncEnumerable<T>> sources, Func<T, string> key, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var readers = sources.Select(source => source.GetAsyncEnumerator(cancellation)).ToList();
        try
        {
            // The first of each at the same time, since each may be a request.
            var begun = await Task.WhenAll(readers.Select(reader => reader.MoveNextAsync().AsTask()));
            var next = new PriorityQueue<int, (string, int)>(Comparer<(string Key, int Source)>.Create(static (one, other) =>
                string.CompareOrdinal(one.Key, other.Key) is not 0 and var order ? order : one.Source.CompareTo(other.Source)));
            for (var source = 0; source < readers.Count; source++)
            {
                if (begun[source])
                    next.Enqueue(source, (key(readers[source].Current), source));
            }

            while (next.TryDequeue(out var source, out _))
            {
                yield return readers[source].Current;
                if (await readers[source].MoveNextAsync())
                    next.Enqueue(source, (key(readers[source].Current), source));
            }
        }
        finally
        {
            foreach (var reader in readers)
                await reader.DisposeAsync();
        }
    }
}
