using Intake.Local.Hosting;
using Intake.Local.Processes;
using Microsoft.Extensions.Logging;

namespace Intake.Local.CommandLine;

/// <summary>Starts storage, mail and the host, and runs until it is told to stop.</summary>
public sealed class RunVerb(HostedApp app, params IReadOnlyList<AfterStart> afterStart) : IVerb
{
    public string Name => "run";

    public string Summary => "Runs Intake on this machine: its functions, with Azurite for storage and maildev for mail.";

    public IReadOnlyList<Option> Options => RunOptions.All;

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var settings = LocalSettings.Load();
        var options = RunOptions.From(arguments, settings);
        if (options.Port != 0 && !FreePort.IsFree(options.Port))
        {
            throw FreePort.InUse(options.Port);
        }

        Action<string> log = Console.WriteLine;
        var mailing = options.Mail
            ? MailDev.StartAsync(Path.Combine(options.DataFolder, "mail"), log, cancellationToken)
            : Task.FromResult<MailDev>(null!);
        try
        {
            await using var storage = await LocalStorage.OpenAsync(
                options.Storage ?? settings["AzureWebJobsStorage"], options.DataFolder, join: false, log, cancellationToken);
            var mail = await mailing;
            await using var host = await LocalHost.StartAsync(
                HostOptions(options, settings, storage, mail), cancellationToken);
            Announce(host, log);
            if (mail is not null)
            {
                await mail.ReadyAsync(cancellationToken);
                log($"Mail sent by Intake is shown at {mail.Page}");
            }

            var running = new RunningHost(host, options, settings, storage, mail?.Page, log);
            foreach (var step in afterStart)
            {
                await step(running, cancellationToken);
            }

            log("Ctrl-C stops it.");
            return await UntilStoppedAsync(storage, log, cancellationToken);
        }
        finally
        {
            await StopAsync(mailing);
        }
    }

    private static async Task<int> UntilStoppedAsync(
        LocalStorage storage, Action<string> log, CancellationToken cancellationToken)
    {
        var told = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        if (await Task.WhenAny(told, storage.Lost) != told)
        {
            throw new HostStartException("Azurite has ended, and so does the host.");
        }

        log("Stopping: finishing what is in hand ...");
        return 0;
    }

    private static async Task StopAsync(Task<MailDev> mailing)
    {
        // When its start failed, that was thrown already, or something worse was.
        await mailing.ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (mailing.IsCompletedSuccessfully && mailing.Result is { } mail)
        {
            await mail.DisposeAsync();
        }
    }

    private static void Announce(LocalHost host, Action<string> log)
    {
        log("");
        var width = host.Functions.Select(function => function.Name.Length).DefaultIfEmpty().Max();
        foreach (var function in host.Functions.OrderBy(function => function.Trigger, StringComparer.Ordinal))
        {
            var source = function.Trigger == "http"
                ? $"{(function.Methods.Count == 0 ? "*" : string.Join(',', function.Methods))} {host.Address}{function.Source}"
                : function.Source;
            log($"  {function.Name.PadRight(width)}  {function.Trigger,-5}  {source}");
        }

        log("");
        log($"Intake listens at {host.Address}");
    }

    private LocalHostOptions HostOptions(RunOptions options, LocalSettings settings, LocalStorage storage, MailDev? mail)
    {
        var port = options.Port == 0 ? FreePort.Any() : options.Port;


        // What is configured wins.
        var values = new Dictionary<string, string?>(
            app.Settings(port, mail?.SmtpPort), StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings.Values)
        {
            values[name] = value;
        }

        return new LocalHostOptions
        {
            Assembly = app.Assembly,
            Configure = app.Configure,
            ConnectionString = storage.ConnectionString,
            Port = port,
            FunctionKey = options.Key ?? settings["LocalFunctionKey"] ?? "local",
            Settings = values,
            Logging = logging => logging
                .AddFilter("Microsoft", LogLevel.Warning)
                .AddFilter("Azure", LogLevel.Warning)
                .AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss ";
                }),
        };
    }
}
