using System.Net;
using System.Net.Sockets;
using System.Text;
using Intake.Extract;
using Intake.Extract.Converters;

namespace Intake.Tests.Extract.Converters;

/// <summary>Converters that behave as a hijacked or looping one would: shell scripts written for the test.</summary>
public sealed class ConverterRunnerTests : IDisposable
{
    private readonly DirectoryInfo _programs = Directory.CreateTempSubdirectory("converters-");

    public void Dispose() => _programs.Delete(recursive: true);

    [Fact]
    public async Task It_sees_the_document_and_hardly_anything_of_our_environment()
    {
        Environment.SetEnvironmentVariable("INTAKE_TEST_SECRET", "hush");

        var result = await Run("cat input; echo; echo \"$1|$2\"; pwd; echo $HOME; env");

        var lines = Encoding.UTF8.GetString(result.Output.Span).Split('\n');
        Assert.Equal((ConverterEnd.Done, "the document", "two words|$(id)"), (result.End, lines[0], lines[1]));
        Assert.Equal(lines[2], lines[3]);
        Assert.False(Directory.Exists(lines[2]), "the folder is still there");
        Assert.DoesNotContain(lines, line => line.Contains("SECRET", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_folder_is_for_our_eyes_only()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = await WorkFolder.CreateAsync(default, default);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
    }

    [Fact]
    public async Task What_hangs_is_killed_with_its_children_and_what_it_wrote_is_kept()
    {
        var result = await Run("echo begun; (trap '' TERM HUP; echo begun > input; sleep 307) & sleep 309", new() { ConverterSeconds = 1 });

        Assert.Equal((ConverterEnd.TimeLimit, "begun\n"), (result.End, Encoding.UTF8.GetString(result.Output.Span)));
        await Gone("sleep\0307", "sleep\0309");
    }

    [Fact]
    public async Task Children_left_running_do_not_keep_us_waiting()
    {
        var result = await Run("echo done; sleep 317 & exit 0");

        Assert.Equal((ConverterEnd.Done, "done\n"), (result.End, Encoding.UTF8.GetString(result.Output.Span)));
        await Gone("sleep\0317");
    }

    [Fact]
    public async Task Endless_output_is_cut_and_endless_complaints_are_not_kept()
    {
        var result = await Run("yes complaint >&2 & yes", new() { ConverterBytes = 100_000 });

        Assert.Equal(ConverterEnd.OutputLimit, result.End);
        Assert.Equal(100_000, result.Output.Length);
        Assert.InRange(result.Errors.Length, 0, 5_000);
    }

    [Fact]
    public async Task A_busy_loop_ends_at_the_time_limit() =>
        Assert.Equal(ConverterEnd.TimeLimit, (await Run("while :; do :; done", new() { ConverterSeconds = 1 })).End);

    [Fact]
    public async Task Memory_beyond_the_limit_is_not_given()
    {
        if (!File.Exists("/usr/bin/prlimit"))
        {
            return;
        }

        var result = await Run("x=$(head -c 300000000 /dev/zero | tr '\\0' x) || exit 9; echo ${#x}", new() { ConverterMegabytes = 128 });

        Assert.NotEqual(ConverterEnd.Done, result.End);
    }

    [Fact]
    public async Task It_reaches_no_network_where_namespaces_are_allowed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var result = await Run($"readlink /proc/self/ns/net; exec 3<>/dev/tcp/127.0.0.1/{port}");

        var own = new FileInfo("/proc/self/ns/net").LinkTarget;
        if (own is not null && own != Encoding.UTF8.GetString(result.Output.Span).Trim())
        {
            Assert.Equal(ConverterEnd.Failed, result.End);
            Assert.False(listener.Pending(), "a connection was made");
        }
    }

    [Fact]
    public async Task Failure_and_absence_are_results()
    {
        var result = await Run("echo part; echo broken >&2; exit 3");
        Assert.Equal((ConverterEnd.Failed, "part\n", "broken\n"), (result.End, Encoding.UTF8.GetString(result.Output.Span), result.Errors));

        using var folder = await WorkFolder.CreateAsync(default, default);
        Assert.Equal(ConverterEnd.Missing, (await new ConverterRunner(new(), "/nowhere").RunAsync(new("fake", "fake", "Fake"), folder, [], default)).End);
    }

    [Fact]
    public void What_is_missing_is_listed_with_what_to_install()
    {
        Assert.Equal(
            ["PDF cannot be read here: install poppler-utils", "Word 97 cannot be read here: install antiword"],
            new ConverterRunner(new(), "/nowhere").Missing);
    }

    [Fact]
    public async Task Cancelling_ends_it_and_leaves_nothing()
    {
        using var cancel = new CancellationTokenSource();
        var run = Run("sleep 327", ct: cancel.Token);
        await Eventually.TrueAsync(() => Running("sleep\0327"), "it runs");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await Gone("sleep\0327");
    }

    private async Task<ConverterResult> Run(string script, ExtractLimits? limits = null, CancellationToken ct = default)
    {
        var program = Path.Combine(_programs.FullName, "fake");
        await File.WriteAllTextAsync(program, "#!/bin/bash\n" + script + "\n", CancellationToken.None);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        using var folder = await WorkFolder.CreateAsync("the document"u8.ToArray(), CancellationToken.None);
        return await new ConverterRunner(limits ?? new(), _programs.FullName).RunAsync(new("fake", "fake", "Fake"), folder, ["two words", "$(id)"], ct);
    }

    private static Task Gone(params string[] commands) => Eventually.TrueAsync(() => !commands.Any(Running), "it was killed");

    private static bool Running(string command)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                if (File.ReadAllText(Path.Combine(process, "cmdline")).StartsWith(command + "\0", StringComparison.Ordinal))
                {
                    return true;
                }
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return false;
    }
}
