using System.Runtime.InteropServices;
using Intake.Local.Processes;

namespace Intake.Local.CommandLine;

/// <summary>Finds the verb and runs it. The first verb is the one meant when none is named.</summary>
public sealed class CommandLine(params IReadOnlyList<IVerb> verbs)
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    /// <returns>The exit code: 0, 1 when it could not be done, 2 when the command line is wrong.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var named = args.Count > 0 && !args[0].StartsWith('-');
        var verb = named ? verbs.FirstOrDefault(verb => verb.Name == args[0]) : verbs[0];
        if (verb is null)
        {
            return Say($"Unknown command '{args[0]}'. Try --help.", WrongUsage);
        }

        if (args.Contains("--help") || args.Contains("-h"))
        {
            Help(verb, all: !named);
            return 0;
        }

        using var stop = new CancellationTokenSource();
        using var interrupted = OnSignal(PosixSignal.SIGINT, stop);
        using var terminated = OnSignal(PosixSignal.SIGTERM, stop);
        try
        {
            return await verb.RunAsync(Arguments.Parse([.. args.Skip(named ? 1 : 0)], verb.Options), stop.Token);
        }
        catch (UsageException exception)
        {
            return Say($"{exception.Message} Try --help.", WrongUsage);
        }
        catch (HostStartException exception)
        {
            return Say(exception.Message, Failed);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Say("Stopped.", Failed);
        }
    }

    /// <summary>The first signal asks to stop; the second is left to do what it does.</summary>
    private static PosixSignalRegistration OnSignal(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = !stop.IsCancellationRequested;
            stop.Cancel();
        });

    private static int Say(string message, int code)
    {
        Console.Error.WriteLine(message);
        return code;
    }

    private void Help(IVerb verb, bool all)
    {
        const string Command = "dotnet run --project local --";
        Console.WriteLine(verb.Summary);
        Console.WriteLine($"\n  {Command}{(verb == verbs[0] ? "" : $" {verb.Name}")} [options]\n");
        WriteTable(verb.Options.Select(option => ($"{option.Name} {option.Value}", option.Help)));
        if (all && verbs.Count > 1)
        {
            Console.WriteLine($"\nOther commands, each with --help:\n");
            WriteTable(verbs.Skip(1).Select(other => (other.Name, other.Summary)));
        }
    }

    private static void WriteTable(IEnumerable<(string Left, string Right)> rows)
    {
        foreach (var (left, right) in rows)
        {
            Console.WriteLine($"  {left,-24} {right}");
        }
    }
}
