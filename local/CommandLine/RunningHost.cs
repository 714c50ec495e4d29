using Intake.Local.Hosting;
using Intake.Local.Processes;

namespace Intake.Local.CommandLine;

/// <summary>What steps after the start are given.</summary>
/// <param name="Host">Runs.</param>
/// <param name="Options">As typed.</param>
/// <param name="Settings">The file's.</param>
/// <param name="Storage">The storage account in use.</param>
/// <param name="MailPage">Where mail is shown; null with --no-mail.</param>
/// <param name="Log">Prints a line.</param>
public sealed record RunningHost(
    LocalHost Host, RunOptions Options, LocalSettings Settings, LocalStorage Storage, Uri? MailPage, Action<string> Log);

/// <summary>Something to do once the host runs, such as loading the sample.</summary>
public delegate Task AfterStart(RunningHost running, CancellationToken cancellationToken);
