namespace Intake.Extract;

/// <summary>Copies a stream from outside into memory, up to a limit.</summary>
internal static class BoundedCopy
{
    /// <returns>Whether there was more than the limit.</returns>
    public static async Task<bool> CopyAsync(Stream from, MemoryStream to, int most, CancellationToken ct)
    {
        var chunk = new byte[81920];
        for (var left = most + 1L; left > 0;)
        {
            var count = await from.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, left)), ct);
            if (count == 0)
            {
                return false;
            }

            to.Write(chunk, 0, (int)Math.Min(count, left - 1));
            left -= count;
        }

        return true;
    }
}
