using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Intake.Extract.Converters;

/// <summary>Ends a process and everything it started.</summary>
internal static class ProcessGroup
{
    private const int SigKill = 9;

    /// <param name="process">Started through setsid, so that its number is that of its group.</param>
    /// <param name="leads">Whether it was.</param>
    public static void Kill(Process process, bool leads)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        // Children whose parent has ended are found by their group alone. That it is gone already is no error.
        if (leads && OperatingSystem.IsLinux())
        {
            _ = SendSignal(-process.Id, SigKill);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);
}
