using System.Net.Sockets;
using System.Text.RegularExpressions;
using Azure.Storage.Blobs;
using Intake.Local.Processes;

namespace Intake.Tests.Local;

/// <summary>The built command line, as a process of its own.</summary>
public sealed class HostProcessTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("intake-data-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task It_runs_until_it_is_terminated_and_its_data_folder_is_its_own()
    {
        using var host = Start("--port=0", "--no-mail", "--no-sample");
        await host.ListeningAsync();

        using (var second = Start("--port=0", "--no-mail", "--no-sample"))
        {
            await second.EndedAsync();
            Assert.Equal(1, second.ExitCode);
            Assert.Contains("--data", second.Said, StringComparison.Ordinal);
        }

        host.Terminate();
        await host.EndedAsync();
        Assert.Equal(0, host.ExitCode);
    }

    [Fact]
    public async Task Killed_it_takes_Azurite_with_it_and_finds_its_data_again()
    {
        using (var host = Start("--port=0", "--no-mail", "--no-sample"))
        {
            await host.ListeningAsync();
            var connection = await File.ReadAllTextAsync(Path.Combine(_data, "storage.connection"));
            await new BlobContainerClient(connection, "kept").CreateAsync();
            var port = int.Parse(
                Regex.Match(connection, @"BlobEndpoint=http://127\.0\.0\.1:(\d+)").Groups[1].Value,
                System.Globalization.CultureInfo.InvariantCulture);

            host.Kill();
            await Eventually.TrueAsync(async () => !await FreePort.AnswersAsync(port, CancellationToken.None), "Azurite has ended");
        }

        using var again = Start("--port=0", "--no-mail", "--no-sample");
        await again.ListeningAsync();
        var connectionAgain = await File.ReadAllTextAsync(Path.Combine(_data, "storage.connection"));
        Assert.True(await new BlobContainerClient(connectionAgain, "kept").ExistsAsync());
        again.Terminate();
        await again.EndedAsync();
    }

    [Fact]
    public async Task A_port_in_use_is_said_before_anything_is_started()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        using var host = Start($"--port={port}", "--no-mail", "--no-sample");
        await host.EndedAsync();

        Assert.Equal(1, host.ExitCode);
        Assert.Contains($"Port {port} is in use", host.Said, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data));
    }

    [Fact]
    public async Task An_unknown_option_is_named()
    {
        using var host = Start("--nosample");
        await host.EndedAsync();

        Assert.Equal(2, host.ExitCode);
        Assert.Contains("Unknown option --nosample", host.Said, StringComparison.Ordinal);
    }

    private HostProcess Start(params string[] arguments) => new([.. arguments, "--data", _data]);
}
