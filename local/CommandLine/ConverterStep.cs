using Intake.Extract.Converters;

namespace Intake.Local.CommandLine;

/// <summary>Says at start which kinds of document cannot be read on this machine, and what to install.</summary>
internal static class ConverterStep
{
    public static Task RunAsync(RunningHost running, CancellationToken cancellationToken)
    {
        foreach (var sentence in new ConverterRunner(new()).Missing)
        {
            running.Log(sentence);
        }

        return Task.CompletedTask;
    }
}
