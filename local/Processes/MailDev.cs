using System.Globalization;

namespace Intake.Local.Processes;

/// <summary>A mail server that delivers nothing and shows what it was sent on a web page, as a child process.</summary>
public sealed class MailDev : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    private readonly ChildProcess _process;

    private MailDev(ChildProcess process, int smtpPort, int webPort)
    {
        _process = process;
        SmtpPort = smtpPort;
        Page = new Uri($"http://127.0.0.1:{webPort}/");
    }

    /// <summary>Where mail is taken, on 127.0.0.1.</summary>
    public int SmtpPort { get; }

    /// <summary>The page that shows the mail.</summary>
    public Uri Page { get; }

    /// <summary>Starts it on ports 1025 and 1080, or on free ones, and does not wait until it answers.</summary>
    public static async Task<MailDev> StartAsync(string mailFolder, Action<string> log, CancellationToken cancellationToken)
    {
        var script = await NpmTool.MailDev.EnsureAsync(log, cancellationToken);
        Directory.CreateDirectory(mailFolder);
        var (smtp, web) = (FreePort.Prefer(1025), FreePort.Prefer(1080));
        var process = ChildProcess.Start(script,
        [
            "--ip", "127.0.0.1", "--mail-directory", mailFolder, "--silent",
            "--smtp", smtp.ToString(CultureInfo.InvariantCulture),
            "--web", web.ToString(CultureInfo.InvariantCulture),
        ]);
        return new MailDev(process, smtp, web);
    }

    /// <summary>Waits until it takes mail and shows its page.</summary>
    public async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartTimeout);
        while (!(await FreePort.AnswersAsync(SmtpPort, limit.Token) && await FreePort.AnswersAsync(Page.Port, limit.Token)))
        {
            if (_process.Exited.IsCompleted)
            {
                throw new HostStartException($"maildev did not start:{Environment.NewLine}{_process.Tail}");
            }

            await Task.Delay(PollInterval, TimeProvider.System, limit.Token);
        }
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
