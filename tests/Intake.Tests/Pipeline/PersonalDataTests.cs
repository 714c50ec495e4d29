using System.Net.Http.Json;
using System.Text.Json;

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
}
