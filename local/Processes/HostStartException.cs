namespace Intake.Local.Processes;

/// <summary>Why the host, or something it needs, cannot start, in words for whoever started it.</summary>
public sealed class HostStartException : Exception
{
    public HostStartException()
    {
    }

    public HostStartException(string message)
        : base(message)
    {
    }

    public HostStartException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
