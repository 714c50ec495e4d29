using System.Net.Http.Json;
using System.Text.Json;
using Intake.PersonalData;
using Intake.Storage;

namespace Intake.Tests.Pipeline;

/// <summary>Addresses and telephone numbers in a letter are shown to its contributor only.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class PersonalDataTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Everybody_sees_the_letter_with_personal_data_covered_and_its_contributor_all_of_it()
    {
        const string text = "Donors should pay for travel. Write to jane.doe@example.org or call +41 22 917 12 34.";
        var call = await intake.OpenCallAsync();
        using var form = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("name"), "publish" } };
        var posted = await (await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", form)).AcceptedAsync();
        var (id, receipt) = (posted.GetProperty("id").GetString()!, posted.GetProperty("receipt").GetString());
        await intake.AnalysedAsync(call, id);
        var path = $"api/calls/{call}/contributions/{id}";

        var shown = await intake.Anonymous.GetStringAsync(path);
        var own = await intake.Anonymous.GetFromJsonAsync<JsonElement>($"{path}?receipt={receipt}");
        var plain = await intake.Anonymous.GetStringAsync($"{path}/documents/1/text");

        Assert.DoesNotContain("jane", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("917", shown, StringComparison.Ordinal);
        Assert.Contains("Donors should pay for travel.", shown, StringComparison.Ordinal);
        Assert.Equal(text.Replace("jane.doe@example.org", new string('█', 20), StringComparison.Ordinal).Replace("+41 22 917 12 34", "███ ██ ███ ██ ██", StringComparison.Ordinal), plain);
        Assert.Equal(text, own.GetProperty("passages")[0].GetProperty("text").GetString());
        Assert.Equal(text, await intake.Anonymous.GetStringAsync($"{path}/documents/1/text?receipt={receipt}"));
    }

    [Fact]
    public async Task What_was_found_when_the_letter_was_read_is_covered_with_the_phrases_and_words_that_stand_in_it()
    {
        const string text = "The trust fund of Ann Example needs donors.";
        var call = await intake.OpenCallAsync();
        var id = (await intake.PostAsync(call, new { text })).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, id);
        var path = $"api/calls/{call}/contributions/{id}";
        var store = intake.Get<AnalysisStore>();
        Assert.Empty(Assert.Single((await store.PersonalDataAsync(id, 1, default))!.Documents).Found);
        var before = await intake.Anonymous.GetStringAsync(path);
        Assert.Contains("\"trust fund", before, StringComparison.OrdinalIgnoreCase);

        // As a service would, which finds more than the embedded finder.
        await store.WriteAsync(id, 1, new PersonalDataSet("service", [new(1, text.Length, [new(PersonalDataKind.IdentityNumber, 4, 29)])]), default);

        var after = await intake.Anonymous.GetStringAsync(path);
        Assert.DoesNotContain("trust", after, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("donors", after, StringComparison.Ordinal);
        Assert.Equal("The █████ ████ ██ ███ ███████ needs donors.", await intake.Anonymous.GetStringAsync($"{path}/documents/1/text"));
    }

    [Fact]
    public async Task The_secretariat_sees_what_was_withheld_and_file_names_are_covered_for_others()
    {
        const string text = "Donors should pay. Call +41 22 917 12 34.";
        var call = await intake.OpenCallAsync();
        using var withheld = new MultipartFormDataContent { { new StringContent(text), "text" }, { new StringContent("none"), "publish" } };
        using var open = new MultipartFormDataContent { { new StringContent(text), "file", "jane.doe@example.org.txt" }, { new StringContent("name"), "publish" } };
        var hidden = (await (await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", withheld)).AcceptedAsync()).GetProperty("id").GetString()!;
        var shown = (await (await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", open)).AcceptedAsync()).GetProperty("id").GetString()!;
        await intake.AnalysedAsync(call, hidden);
        await intake.AnalysedAsync(call, shown);

        var whole = await intake.Http.GetFromJsonAsync<JsonElement>($"api/calls/{call}/contributions/{hidden}/whole");
        Assert.Equal(text, whole.GetProperty("passages")[0].GetProperty("text").GetString());
        Assert.False((await intake.GetAsync($"api/calls/{call}/contributions/{hidden}")).TryGetProperty("passages", out _));

        var record = await intake.GetAsync($"api/calls/{call}/contributions/{shown}");
        Assert.Equal(new string('█', 20) + ".txt", record.GetProperty("documents")[0].GetProperty("name").GetString());
        using var original = await intake.Anonymous.GetAsync($"api/calls/{call}/contributions/{shown}/documents/1");
        Assert.DoesNotContain("jane", original.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        using var forSecretariat = await intake.Http.GetAsync($"api/calls/{call}/contributions/{shown}/documents/1/original");
        Assert.Contains("jane", forSecretariat.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
    }
}
