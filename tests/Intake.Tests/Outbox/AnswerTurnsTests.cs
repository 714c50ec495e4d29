using Intake.Outbox;
using Intake.Storage;
using Intake.Tests.Pipeline;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Intake.Tests.Outbox;

/// <summary>At most one answer to an address in an hour, and every receipt in the end.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AnswerTurnsTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private readonly ManualTimeProvider _clock = new(TimeProvider.System.GetUtcNow());

    private AnswerTurns Turns => new(intake.Get<StorageClients>(), Options.Create(new OutboxOptions()), _clock);

    [Fact]
    public async Task The_first_goes_at_once_and_those_of_the_hour_after_it_go_together()
    {
        var address = $"{UniqueName.Of("turn")}@example.org";
        Assert.Equal(["one"], (await TakeAsync("one")).Together);
        var until = _clock.GetUtcNow() + TimeSpan.FromHours(1);
        Assert.Equal(until, (await TakeAsync("two")).Until);
        Assert.Equal(until, (await TakeAsync("three")).Until);
        Assert.Equal(["one"], (await TakeAsync("one")).Together);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(["three", "two"], (await TakeAsync("three")).Together);
        Assert.Equal("three", (await TakeAsync("two")).InMailOf);
        Assert.NotNull((await TakeAsync("four")).Until);

        Task<AnswerTurn> TakeAsync(string letter) => Turns.TakeAsync(letter == "three" ? address.ToUpperInvariant() : address, letter, CancellationToken.None);
    }

    [Fact]
    public async Task Of_many_at_once_one_goes_and_none_is_forgotten()
    {
        var address = $"{UniqueName.Of("turn")}@example.org";
        var letters = Enumerable.Range(1, 5).Select(number => $"letter{number}").ToList();
        var turns = await Task.WhenAll(letters.Select(letter => Turns.TakeAsync(address, letter, CancellationToken.None)));
        Assert.Single(turns, turn => turn.Together.Count > 0);
        Assert.Equal(4, turns.Count(turn => turn.Until is not null));
        _clock.Advance(TimeSpan.FromHours(1));
        var waiting = letters.Where((_, index) => turns[index].Until is not null).ToList();
        Assert.Equal(waiting.Order(), (await Turns.TakeAsync(address, waiting[0], CancellationToken.None)).Together.Order());
    }

    [Fact]
    public async Task Several_contributions_of_an_hour_get_one_receipt_at_once_and_one_for_the_rest_when_it_is_over()
    {
        var call = await intake.OpenCallAsync();
        var address = $"{call}@example.org";
        var sent = new List<string>();
        foreach (var text in new[] { "Donors should pay.", "Members should pay.", "Nobody should pay." })
        {
            sent.Add((await intake.PostAsync(call, new { text, email = address })).GetProperty("id").GetString()!);
            await intake.AnalysedAsync(call, sent[^1]);
        }

        var first = await intake.MailToAsync(address);
        Assert.Contains(sent[0], first.GetProperty("text").GetString(), StringComparison.Ordinal);
        await Eventually.TrueAsync(async () => (await WaitingAsync()).Count == 2, "two wait");

        // Their messages come when the hour is over; until then nobody handles them, so this is the only worker.
        _clock.Advance(TimeSpan.FromHours(1.1));
        var (rows, stage) = (await WaitingAsync(), Stage());
        await stage.HandleAsync(rows[0].Id, CancellationToken.None);
        Assert.Equal(2, (await intake.MailsToAsync(address)).Count);
        var second = (await intake.MailsToAsync(address))[1];
        Assert.Equal("2 answers to what you sent", second.GetProperty("subject").GetString());
        Assert.All(sent[1..], id => Assert.Contains(id, second.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Empty(await WaitingAsync());
        await stage.HandleAsync(rows[1].Id, CancellationToken.None);
        Assert.Equal(2, (await intake.MailsToAsync(address)).Count);

        async Task<List<OutboxRow>> WaitingAsync() => [.. (await intake.LettersToAsync(address)).Where(row => row.Sent is null)];
    }

    private OutboxStage Stage() => new(
        intake.Get<OutboxStore>(), intake.Get<LetterWriter>(), Turns, intake.Get<SmtpSender>(), intake.Get<IOptions<OutboxOptions>>(), _clock,
        NullLogger<OutboxStage>.Instance);
}
