using System.Diagnostics;
using System.Globalization;
using System.Text;
using Intake.Local.Processes;
using Intake.Tests.Repository;

namespace Intake.Tests.Postfix;

/// <summary>
/// A Postfix of its own on loopback, set up with the files of <c>infra/mail</c>: what it gets for call@calls.example.org goes
/// to Intake, and what it gets for contributors.example.org is kept, one file a mail. Nothing of the machine's own is used.
/// </summary>
internal sealed class PostfixServer : IAsyncDisposable
{
    public const string Program = "/usr/sbin/postfix";

    private const string OwnServices = """
        pickup    unix  n  -  n  60    1  pickup
        cleanup   unix  n  -  n  -     0  cleanup
        qmgr      unix  n  -  n  300   1  qmgr
        rewrite   unix  -  -  n  -     -  trivial-rewrite
        bounce    unix  -  -  n  -     0  bounce
        defer     unix  -  -  n  -     0  bounce
        trace     unix  -  -  n  -     0  bounce
        verify    unix  -  -  n  -     1  verify
        flush     unix  n  -  n  1000? 0  flush
        proxymap  unix  -  -  n  -     -  proxymap
        smtp      unix  -  -  n  -     -  smtp
        relay     unix  -  -  n  -     -  smtp
        showq     unix  n  -  n  -     -  showq
        error     unix  -  -  n  -     -  error
        retry     unix  -  -  n  -     -  error
        anvil     unix  -  -  n  -     1  anvil
        postlog   unix-dgram n - n -   1  postlogd
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("intake-postfix-");

    private PostfixServer(int port) => Port = port;

    public int Port { get; }

    public string Log => File.Exists(In("log")) ? File.ReadAllText(In("log")) : "";

    /// <summary>The mail kept for contributors.example.org, with the return path in the first line.</summary>
    public IEnumerable<string> Kept => Directory.EnumerateFiles(In("mail"), "*.eml").Select(File.ReadAllText);

    /// <param name="endpoint">Where Intake takes mail.</param>
    /// <param name="key">Its function key.</param>
    public static async Task<PostfixServer> StartAsync(Uri endpoint, string key)
    {
        var server = new PostfixServer(FreePort.Any());
        server.Write(endpoint, key);
        await server.RunAsync(Program, "-c", server.In("config"), "start");
        await Eventually.TrueAsync(() => FreePort.AnswersAsync(server.Port, CancellationToken.None), "Postfix listens");
        return server;
    }

    /// <summary>Tries what waits now.</summary>
    public Task FlushAsync() => RunAsync("/usr/sbin/postqueue", "-c", In("config"), "-f");

    public Task<string> QueueAsync() => RunAsync("/usr/sbin/postqueue", "-c", In("config"), "-p");

    public async ValueTask DisposeAsync()
    {
        await RunAsync(Program, "-c", In("config"), "stop");
        _folder.Delete(recursive: true);
    }

    private void Write(Uri endpoint, string key)
    {
        foreach (var folder in new[] { "config", "queue", "data", "mail" })
            _folder.CreateSubdirectory(folder);

        // Postfix's daemons, and who runs the scripts, are other users.
        Start("chmod", "0755", _folder.FullName);
        Start("chown", "postfix", In("data"));
        Start("chown", "nobody", In("mail"));
        Script("intake-deliver", RepositoryFiles.Read("infra/mail/intake-deliver"));
        Script("keep", $"#!/bin/sh\ncat > {In("mail")}/$$.part && mv {In("mail")}/$$.part {In("mail")}/$$.eml\n");
        File.WriteAllText(In("curlrc"), $"url = \"{endpoint}\"\nheader = \"x-functions-key: {key}\"\n");
        File.WriteAllText(In("config/main.cf"), $$"""
            {{RepositoryFiles.Read("infra/mail/main.cf")}}
            compatibility_level = 3.6
            queue_directory = {{In("queue")}}
            data_directory = {{In("data")}}
            command_directory = /usr/sbin
            daemon_directory = /usr/lib/postfix/sbin
            maillog_file = {{In("log")}}
            maillog_file_prefixes = {{_folder.FullName}}
            inet_interfaces = 127.0.0.1
            inet_protocols = ipv4
            mynetworks = 127.0.0.0/8
            myhostname = mx.calls.example.org
            mydestination =
            alias_maps =
            relay_domains = contributors.example.org
            transport_maps = inline:{ { contributors.example.org = keep: } }
            keep_destination_recipient_limit = 1
            """);
        var intake = RepositoryFiles.Read("infra/mail/master.cf")
            .Replace("user=intake", "user=nobody", StringComparison.Ordinal)
            .Replace("/usr/local/lib/intake/intake-deliver", $"/usr/bin/env INTAKE_MAIL_CONFIG={In("curlrc")} {In("intake-deliver")}", StringComparison.Ordinal);
        File.WriteAllText(In("config/master.cf"), string.Create(CultureInfo.InvariantCulture, $"""
            {OwnServices}
            127.0.0.1:{Port} inet n - n - - smtpd
            {intake}
            keep unix - n n - - pipe
              flags=R user=nobody null_sender= argv={In("keep")}

            """));
    }

    private string In(string name) => Path.Combine(_folder.FullName, name);

    private void Script(string name, string text)
    {
        File.WriteAllText(In(name), text);
        Start("chmod", "0755", In(name));
    }

    private static void Start(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        // Into a file: the daemons that are started keep the output open.
        var said = In($"{Path.GetFileName(program)}.out");
        using var process = Process.Start("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" > \"$out\" 2>&1", "sh", said, program, .. arguments]);
        await process.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(said, Encoding.UTF8);
        Assert.True(process.ExitCode == 0, $"{program}: {text}\n{Log}");
        return text;
    }
}
