using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function invoked with each message of a storage queue.</summary>
public sealed class QueueTriggerAttribute : TriggerBindingAttribute
{
    private readonly string _queueName;

    public QueueTriggerAttribute(string queueName)
    {
        _queueName = queueName;
    }

    public string QueueName => _queueName;

    /// <summary>The name of the setting that holds the storage connection.</summary>
    public string? Connection { get; set; }
}
