using System.Buffers;
using System.IO.Pipelines;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Intake.Storage;

/// <summary>Uploads a stream of unknown length: what is small in one request, the rest in blocks as it comes.</summary>
internal static class BlobUpload
{
    /// <summary>Of one request; so no more than two of these are ever in memory for one upload.</summary>
    private const int BlockBytes = 1 << 20;

    /// <summary>The segments in which the beginning is gathered, so that a short text does not take a whole block.</summary>
    private const int SegmentBytes = 16 << 10;

    private static readonly BlobUploadOptions Options = new()
    {
        TransferOptions = new StorageTransferOptions
        {
            InitialTransferSize = BlockBytes,
            MaximumTransferSize = BlockBytes,
            MaximumConcurrency = 1,
        },
        HttpHeaders = new BlobHttpHeaders { ContentType = "application/octet-stream" },
    };

    /// <summary>
    /// The client alone would send any stream whose length it is not told in blocks, and then the list of them: two
    /// requests where one does.
    /// </summary>
    public static async Task UploadStreamAsync(this BlobClient blob, Stream content, CancellationToken cancellation)
    {
        var reader = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: SegmentBytes, leaveOpen: true));
        try
        {
            ReadResult beginning;
            while (!(beginning = await reader.ReadAsync(cancellation)).IsCompleted && beginning.Buffer.Length < BlockBytes)
                reader.AdvanceTo(beginning.Buffer.Start, beginning.Buffer.End);

            if (beginning.IsCompleted && beginning.Buffer.Length < BlockBytes)
            {
                using var whole = new MemoryStream(beginning.Buffer.ToArray(), writable: false);
                reader.AdvanceTo(beginning.Buffer.End);
                await blob.UploadAsync(whole, Options, cancellation);
            }
            else
            {
                reader.AdvanceTo(beginning.Buffer.Start);
                await blob.UploadAsync(reader.AsStream(leaveOpen: true), Options, cancellation);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }
}
