using System.Globalization;
using System.Text.Json;
using Intake.Calls;
using Intake.Publish;
using Intake.Storage;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Local;

[Collection(AzuriteCollection.Name)]
public sealed class DigestVerbTests(IntakeFixture intake) : IClassFixture<IntakeFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("intake-digest-").FullName;

    [Fact]
    public async Task A_digest_is_written_in_every_format_and_nothing_is_kept()
    {
        var call = await ContributedAsync("Donors should pay for the forum every year.");
        Assert.Equal(0, (await RunAsync("--call", call, "--out", _folder)).Code);
        Assert.Equal(
            DigestFormats.All.Select(format => $"digest.{format.Extension}").Order(StringComparer.Ordinal),
            Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var digest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder, "digest.json")));
        Assert.Equal(1, digest.RootElement.GetProperty("number").GetInt32());
        Assert.Equal(1, digest.RootElement.GetProperty("ledger").GetProperty("contributions").GetInt32());
        Assert.Empty((await intake.GetAsync($"api/calls/{call}/digests")).GetProperty("digests").EnumerateArray());
    }

    [Fact]
    public async Task The_digest_of_an_earlier_time_has_what_the_journal_had_by_then()
    {
        var call = await ContributedAsync("Donors should pay for the forum every year.");
        var between = await LastEntryAsync(call);
        await SendAsync(call, "Members should pay for the forum every year.");

        // In the call's time zone, to the second: the first one's entries are older or of that second.
        var zone = TimeZoneInfo.FindSystemTimeZoneById((await intake.Get<CallStore>().RequireAsync(call, default)).TimeZone);
        var wall = TimeZoneInfo.ConvertTime(between, zone).ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz", CultureInfo.InvariantCulture);
        Assert.Equal(0, (await RunAsync("--call", call, "--at", wall, "--out", _folder)).Code);
        using var digest = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder, "digest.json")));
        Assert.Equal(1, digest.RootElement.GetProperty("ledger").GetProperty("contributions").GetInt32());
        Assert.Equal(between, digest.RootElement.GetProperty("generated").GetDateTimeOffset());
    }

    [Fact]
    public async Task One_that_is_issued_is_kept()
    {
        var call = await ContributedAsync("Donors should pay for the forum every year.");
        var (code, said) = await RunAsync("--call", call, "--issue");
        Assert.Equal(0, code);
        Assert.Contains($"Issued digest 1 of {call}", said, StringComparison.Ordinal);
        Assert.Equal(1, (await intake.GetAsync($"api/calls/{call}/digests/1")).GetProperty("ledger").GetProperty("contributions").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        Assert.Equal((1, true), await SaysAsync("There is no call 'no-such-call'.", "--call", "no-such-call"));
        var call = await intake.OpenCallAsync();
        Assert.Equal((2, true), await SaysAsync("--at yesterday: must be a date and time", "--call", call, "--at", "yesterday"));
        Assert.Equal((2, true), await SaysAsync("--issue issues the digest of now", "--call", call, "--issue", "--at", "2026-01-01"));
        Assert.Equal((2, true), await SaysAsync("--call ID is missing"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> ContributedAsync(string text)
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, text);
        return call;
    }

    private async Task SendAsync(string call, string text)
    {
        var sent = await intake.PostAsync(call, new { name = "Ada Example", stakeholderGroup = "academia", text });
        await intake.AnalysedAsync(call, sent.GetProperty("id").GetString()!);
    }

    private async Task<DateTimeOffset> LastEntryAsync(string call)
    {
        var last = DateTimeOffset.MinValue;
        await foreach (var entry in intake.Get<ContributionList>().JournalAsync(call, default, CancellationToken.None))
            last = entry.At;
        return last;
    }

    private async Task<(int Code, bool Says)> SaysAsync(string what, params string[] arguments)
    {
        var (code, said) = await RunAsync(arguments);
        return (code, said.Contains(what, StringComparison.Ordinal));
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var command = new HostProcess(["digest", "--storage", intake.ConnectionString, .. arguments]);
        await command.EndedAsync();
        return (command.ExitCode, command.Said);
    }
}
