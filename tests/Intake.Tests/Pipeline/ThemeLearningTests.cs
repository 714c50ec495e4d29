using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using Intake.Calls;
using Intake.Storage;
using Intake.Themes;

namespace Intake.Tests.Pipeline;

/// <summary>What people say of passages, what is learned from it, and what becomes of contributions then.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ThemeLearningTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private const string Odd = "Lighthouses and ferries need repair before the winter comes.";

    [Fact]
    public async Task A_correction_is_the_passages_answer_at_once_and_can_be_taken_back()
    {
        var call = await intake.OpenCallAsync();
        var id = await SendAsync(call, "Donors should fund the trust fund.");
        Assert.Equal(["financing"], await ThemesAsync(call, id));
        Assert.Equal(["financing"], await TopicsAsync(id));

        var said = await PutAsync(call, id, 1, new { themes = new[] { "participation" }, questions = new[] { 3 }, by = "Secretariat" });

        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        var record = await intake.GetAsync($"api/calls/{call}/contributions/{id}");
        var passage = record.GetProperty("passages")[0];
        Assert.True(passage.GetProperty("confirmed").GetBoolean());
        Assert.Equal("participation", Assert.Single(passage.GetProperty("themes").EnumerateArray()).GetProperty("theme").GetString());
        Assert.Equal(3, Assert.Single(passage.GetProperty("questions").EnumerateArray()).GetInt32());
        Assert.Equal([JournalKind.Received, JournalKind.Analysed, JournalKind.Corrected, JournalKind.Reclassified], await JournalAsync(call, id));
        Assert.Equal("participation", (await Get<ContributionStore>().FindAsync(call, id, default))!.Themes);
        var row = Assert.Single(await Get<ContributionStore>().CorrectionsAsync(call, id, 1, default));
        Assert.Equal(("Secretariat", true), (row.By, row.At > DateTimeOffset.UnixEpoch));

        Assert.Equal(["participation", "Q3"], await TopicsAsync(id));

        using var back = await intake.Http.DeleteAsync(Path(call, id, 1));
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        Assert.Equal(["financing"], await ThemesAsync(call, id));
        Assert.Empty(await Get<ContributionStore>().CorrectionsAsync(call, id, 1, default));
    }

    [Fact]
    public async Task What_was_said_of_a_passage_stays_with_it_in_a_revision_and_the_secretariat_sees_who_said_it_and_when()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "Our first paragraph changes.\n\nDonors should fund the trust fund.\n\nTravel support helps developing countries." });
        var (id, receipt) = (sent.GetProperty("id").GetString()!, sent.GetProperty("receipt").GetString());
        await intake.AnalysedAsync(call, id);
        await PutAsync(call, id, 1, new { themes = new[] { "financing" }, by = "A. Example" });
        await PutAsync(call, id, 2, new { themes = new[] { "participation" }, questions = new[] { 3 }, by = "B. Example" });

        await (await intake.Anonymous.PostAsJsonAsync(
            $"api/calls/{call}/contributions/{id}/revisions?receipt={receipt}",
            new { text = "A new one.\n\nAnd it grew to two.\n\nDonors should fund the trust fund.\n\nTravel support helps developing countries." })).AcceptedAsync();
        await Eventually.Async(async () => (await Get<ContributionStore>().FindAsync(call, id, default) is { Revision: 2, State: "Analysed" }, 0));

        var whole = await intake.Http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/contributions/{id}/whole");
        var confirmed = Assert.Single(whole.GetProperty("passages").EnumerateArray(), passage => passage.TryGetProperty("confirmed", out _));
        Assert.Equal((3, "B. Example"), (confirmed.GetProperty("number").GetInt32(), confirmed.GetProperty("confirmedBy").GetString()));
        Assert.True(confirmed.GetProperty("confirmedAt").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
        Assert.Equal("participation", Assert.Single(confirmed.GetProperty("themes").EnumerateArray()).GetProperty("theme").GetString());
        Assert.DoesNotContain("Example", await intake.Anonymous.GetStringAsync($"api/calls/{call}/contributions/{id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.GetAsync($"api/calls/{call}/contributions/{id}/whole")).StatusCode);
    }

    [Fact]
    public async Task The_same_correction_again_changes_nothing()
    {
        var call = await intake.OpenCallAsync();
        var id = await SendAsync(call, "Donors should fund the trust fund.");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(call, id, 1, new { themes = Array.Empty<string>() })).StatusCode);

        Assert.Empty(await ThemesAsync(call, id));
        Assert.Equal([JournalKind.Received, JournalKind.Analysed, JournalKind.Corrected, JournalKind.Reclassified], await JournalAsync(call, id));
    }

    [Fact]
    public async Task The_next_digest_tells_what_was_corrected()
    {
        var call = await intake.OpenCallAsync();
        var id = await SendAsync(call, "Donors should fund the trust fund of the forum.");
        await intake.DigestAsync(call);
        await PutAsync(call, id, 1, new { themes = new[] { "participation" } });

        var ledger = Assert.Single((await intake.DigestAsync(call)).GetProperty("ledger").GetProperty("rows").EnumerateArray());

        Assert.Contains("participation", ledger.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("financing", ledger.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_are_named_and_only_the_secretariat_corrects()
    {
        var call = await intake.OpenCallAsync();
        var id = await SendAsync(call, "Donors should pay.");

        var wrong = await PutAsync(call, id, 1, new { themes = new[] { "weather" }, questions = new[] { 99 } });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var errors = (await wrong.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        Assert.Equal(["$.themes[0]", "$.questions[0]"], errors.EnumerateArray().Select(error => error.GetProperty("path").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(call, id, 1, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(call, id, 7, new { themes = Array.Empty<string>() })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(call, "nobody", 1, new { themes = Array.Empty<string>() })).StatusCode);
        using var anonymous = await intake.Anonymous.PutAsJsonAsync(Path(call, id, 1), new { themes = Array.Empty<string>() });
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
        Assert.Equal([JournalKind.Received, JournalKind.Analysed], await JournalAsync(call, id));
    }

    [Fact]
    public async Task What_is_learned_from_corrections_is_found_in_others_and_journalled()
    {
        var call = await intake.OpenCallAsync();
        var asked = await SendAsync(call, Odd);
        Assert.Empty(await ThemesAsync(call, asked));
        string[] taught =
        [
            "The harbour needs lighthouses and ferries.", "Ferries stop in winter, and lighthouses go dark.", "The repair of lighthouses cannot wait.",
            "Winter repair of ferries is dear.", "Ferries and lighthouses belong together.", "Lighthouses need repair, as do ferries.",
        ];
        foreach (var text in taught)
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(call, await SendAsync(call, text), 1, new { themes = new[] { "participation" } })).StatusCode);
        foreach (var text in new[] { "The weather was fine on that day in June.", "Thank you for your kind letter of last month." })
            Assert.Equal(HttpStatusCode.OK, (await PutAsync(call, await SendAsync(call, text), 1, new { themes = Array.Empty<string>() })).StatusCode);

        await LearnAsync(call);

        Assert.Equal(["participation"], await ThemesAsync(call, asked));
        Assert.Equal([JournalKind.Received, JournalKind.Analysed, JournalKind.Reclassified], await JournalAsync(call, asked));
        var why = (await intake.GetAsync($"api/calls/{call}/contributions/{asked}")).GetProperty("themes")[0].GetProperty("why");
        Assert.Contains(why.EnumerateArray(), word => word.GetString()!.Contains("ferries", StringComparison.OrdinalIgnoreCase) || word.GetString()!.Contains("ighthouses", StringComparison.Ordinal));

        // Once more, and twice at the same time, there is nothing new.
        var before = await SnapshotAsync(call, asked);
        await Task.WhenAll(LearnAsync(call), LearnAsync(call));
        Assert.Equal(before, await SnapshotAsync(call, asked));

        // What comes later is told by it at once.
        Assert.Equal(["participation"], await ThemesAsync(call, await SendAsync(call, "Repair the ferries and the lighthouses.")));
    }

    [Fact]
    public async Task The_same_evidence_learned_in_one_step_or_in_many_is_the_same_model()
    {
        string[] texts = ["The harbour needs lighthouses and ferries.", "Ferries stop in winter, and lighthouses go dark.", "The repair of lighthouses cannot wait."];
        var models = new List<string>();
        foreach (var often in new[] { false, true })
        {
            var call = await intake.OpenCallAsync();
            foreach (var text in often ? texts.Reverse() : texts)
            {
                await PutAsync(call, await SendAsync(call, text), 1, new { themes = new[] { "financing" } });
                if (often)
                    await LearnAsync(call);
            }

            await LearnAsync(call);
            models.Add(await ModelAsync(call));
        }

        Assert.Equal(models[0], models[1]);
    }

    [Fact]
    public async Task A_withdrawn_contribution_is_forgotten()
    {
        var call = await intake.OpenCallAsync();
        var sent = await intake.PostAsync(call, new { text = "A secret about lighthouses that nobody else has told." });
        var id = sent.GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        await LearnAsync(call);
        Assert.Single((await Get<LearningStore>().ReadAsync(call, default)).State.Passages);

        using var answer = await intake.Anonymous.DeleteAsync($"api/calls/{call}/contributions/{id}?receipt={sent.GetProperty("receipt").GetString()}");
        Assert.True(answer.IsSuccessStatusCode);
        await LearnAsync(call);

        Assert.Empty((await Get<LearningStore>().ReadAsync(call, default)).State.Passages);
    }

    private T Get<T>()
        where T : notnull => intake.Get<T>();

    private static string Path(string call, string id, int passage) => $"api/calls/{call}/contributions/{id}/passages/{passage}/themes";

    private Task<HttpResponseMessage> PutAsync(string call, string id, int passage, object said) =>
        intake.Http.PutAsJsonAsync(Path(call, id, passage), said);

    private async Task<string> SendAsync(string call, string text)
    {
        var id = (await intake.PostAsync(call, new { text })).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        return id;
    }

    private async Task LearnAsync(string call) =>
        await Get<ThemeLearning>().RunAsync((await Get<CallStore>().FindAsync(call, default))!.Call, default);

    private async Task<List<string?>> ThemesAsync(string call, string id) =>
        [.. (await intake.GetAsync($"api/calls/{call}/contributions/{id}")).GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("theme").GetString())];

    /// <summary>Of the one stand that the contribution takes.</summary>
    private async Task<IEnumerable<string>> TopicsAsync(string id) =>
        Assert.Single((await Get<AnalysisStore>().PositionsAsync(id, 1, default))!.Statements).Topics.Select(topic => topic.Topic);

    private async Task<List<JournalKind>> JournalAsync(string call, string id)
    {
        var kinds = new List<JournalKind>();
        await foreach (var entry in Get<ContributionList>().JournalAsync(call, DateTimeOffset.MinValue, default))
        {
            if (entry.Contribution == id)
                kinds.Add(entry.Kind);
        }

        return kinds;
    }

    private async Task<string> SnapshotAsync(string call, string id)
    {
        var found = await Get<AnalysisStore>().ClassificationAsync(id, 1, default);
        return string.Join(' ', await JournalAsync(call, id)) + JsonSerializer.Serialize(found, Json.Options) + await ModelAsync(call);
    }

    private async Task<string> ModelAsync(string call)
    {
        var container = new BlobContainerClient(intake.ConnectionString, Containers.Learned);
        await foreach (var blob in container.GetBlobsAsync(prefix: call))
        {
            if (blob.Name.EndsWith(".model", StringComparison.Ordinal))
                return Convert.ToHexString((await container.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content.ToArray());
        }

        return "";
    }
}
