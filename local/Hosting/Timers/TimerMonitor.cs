using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Timers;

/// <summary>Remembers a timer's last run over restarts, so that one that was missed is made up for at start.</summary>
internal sealed class TimerMonitor(BlobContainerClient hosts, string function, ILogger logger)
{
    private readonly BlobClient _status = hosts.GetBlobClient($"timers/{function}/status");

    public async Task<DateTimeOffset?> LastAsync(CancellationToken cancellationToken)
    {
        await hosts.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        try
        {
            var text = (await _status.DownloadContentAsync(cancellationToken)).Value.Content.ToString();
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var last) ? last : null;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            // It never ran here.
            return null;
        }
    }

    public async Task KeepAsync(DateTimeOffset last)
    {
        try
        {
            await _status.UploadAsync(BinaryData.FromString(last.ToString("O")), overwrite: true);
        }
        catch (Exception exception) when (exception.IsStorageFault())
        {
            // Then a run may be made up for that was not missed: harmless, functions may run twice.
            logger.LogWarning(exception, "The last run of {Timer} could not be kept.", _status.Name);
        }
    }
}
