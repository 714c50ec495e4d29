namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding of a function, such as <c>httpTrigger</c>.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
