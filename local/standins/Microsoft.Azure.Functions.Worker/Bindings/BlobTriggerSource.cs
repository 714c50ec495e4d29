namespace Microsoft.Azure.Functions.Worker;

/// <summary>How the platform learns of new blobs.</summary>
public enum BlobTriggerSource
{
    LogsAndContainerScan,
    EventGrid,
}
