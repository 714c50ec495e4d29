namespace Intake.Local.CommandLine;

/// <summary>What was wrong with the command line, in words for whoever typed it.</summary>
public sealed class UsageException : Exception
{
    public UsageException()
    {
    }

    public UsageException(string message)
        : base(message)
    {
    }

    public UsageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
