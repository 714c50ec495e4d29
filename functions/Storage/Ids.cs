using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Intake.Storage;

/// <summary>
/// Ids of contributions, uploads and mails: 9 characters of time (milliseconds, base 32) and 11 random ones (55 bits),
/// lower-case Crockford base 32. They sort by time, fit any key or address, and cannot be mistaken when read aloud.
/// </summary>
public static class Ids
{
    public const int Length = TimeLength + RandomLength;
    public const int BucketCount = 16;
    private const int TimeLength = 9;
    private const int RandomLength = 11;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Allowed = SearchValues.Create(Alphabet);

    public static string New(DateTimeOffset now)
    {
        Span<char> id = stackalloc char[Length];
        var time = now.ToUnixTimeMilliseconds();
        for (var i = TimeLength - 1; i >= 0; i--, time >>= 5)
            id[i] = Alphabet[(int)(time & 31)];
        Encode(RandomNumberGenerator.GetBytes(RandomLength), id[TimeLength..]);
        return new string(id);
    }

    /// <summary>An id that follows from a <see cref="Hash"/>: the same for the same thing.</summary>
    public static string Of(string hash) => hash[..Length];

    public static bool IsValid(string? id) =>
        id is { Length: Length } && !id.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>"00" to "15": spreads one call's rows, and blobs, over partitions. Taken from the random part.</summary>
    public static string Bucket(string id) =>
        (Alphabet.IndexOf(id[^1], StringComparison.Ordinal) % BucketCount).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>A number that follows from an id and is evenly spread: for choosing among many, the same way every time.</summary>
    public static ulong Spread(string id)
    {
        var hash = 14_695_981_039_346_656_037UL;
        foreach (var c in id)
            hash = (hash ^ c) * 1_099_511_628_211UL;
        hash = (hash ^ (hash >> 32)) * 0xD6E8_FEB8_6659_FD93UL;
        return hash ^ (hash >> 32);
    }

    public static IEnumerable<string> Buckets { get; } =
        [.. Enumerable.Range(0, BucketCount).Select(bucket => bucket.ToString("00", CultureInfo.InvariantCulture))];

    /// <summary>One character for each byte, five bits of it.</summary>
    internal static void Encode(ReadOnlySpan<byte> bytes, Span<char> characters)
    {
        for (var i = 0; i < characters.Length; i++)
            characters[i] = Alphabet[bytes[i] & 31];
    }

    /// <summary>Lower-case hex of the SHA-256 of the parts, each with its length before it so that none runs into the next.</summary>
    public static string Hash(params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
