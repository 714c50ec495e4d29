using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Intake.Http;

/// <summary>Compresses what is sent, since neither the Functions host nor its worker does.</summary>
internal static class Compression
{
    /// <summary>Near the best of both for a page of 20 to 100 kB: a millisecond or two.</summary>
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 18;

    /// <summary>The bytes in the best encoding that the client takes.</summary>
    public static Answer Bytes(HttpRequest request, ReadOnlyMemory<byte> bytes, string contentType, int status = StatusCodes.Status200OK)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        var (encoding, encoded) = Takes(accepted, "br") ? ("br", Brotli(bytes.Span))
            : Takes(accepted, "gzip") ? ("gzip", Gzip(bytes.Span))
            : (null, bytes);
        var answer = Answer.Bytes(encoded, contentType, status).With(HeaderNames.Vary, "Accept-Encoding");
        return encoding is null ? answer : answer.With(HeaderNames.ContentEncoding, encoding);
    }

    private static bool Takes(string accepted, string encoding) => StringWithQualityHeaderValue.TryParseList([accepted], out var encodings)
        && encodings.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is null or > 0);

    private static ReadOnlyMemory<byte> Brotli(ReadOnlySpan<byte> bytes)
    {
        var encoded = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        BrotliEncoder.TryCompress(bytes, encoded, out var written, BrotliQuality, BrotliWindow);
        return encoded.AsMemory(0, written);
    }

    private static ReadOnlyMemory<byte> Gzip(ReadOnlySpan<byte> bytes)
    {
        using var encoded = new MemoryStream();
        using (var gzip = new GZipStream(encoded, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return encoded.ToArray();
    }
}
