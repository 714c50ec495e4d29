using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function invoked with each version of each blob under a path.</summary>
public sealed class BlobTriggerAttribute : TriggerBindingAttribute
{
    private readonly string _blobPath;

    public BlobTriggerAttribute(string blobPath)
    {
        _blobPath = blobPath;
    }

    /// <summary>Container and blob name pattern, with tokens in braces.</summary>
    public string BlobPath => _blobPath;

    /// <summary>The name of the setting that holds the storage connection.</summary>
    public string? Connection { get; set; }

    public BlobTriggerSource Source { get; set; }
}
