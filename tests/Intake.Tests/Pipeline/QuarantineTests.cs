using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Intake.Tests.Pipeline;

/// <summary>What may do harm is kept, shown as such, and handed out to the secretariat only; what was written goes on.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class QuarantineTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    private static readonly byte[] TestString = [.. "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTI"u8, .. "VIRUS-TEST-FILE!$H+H*"u8];

    [Fact]
    public async Task A_dangerous_document_is_downloaded_by_nobody_without_the_key()
    {
        var call = await intake.OpenCallAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Donors should pay. Developing countries need travel support."), "text" },
            { new StringContent("name"), "publish" },
            { new ByteArrayContent(TestString), "file", "létter.docx" },
            { new ByteArrayContent("An ordinary annex."u8.ToArray()), "file", "annex.txt" },
        };
        var posted = await (await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", form)).AcceptedAsync();
        var (id, receipt) = (posted.GetProperty("id").GetString()!, posted.GetProperty("receipt").GetString());
        var record = await intake.AnalysedAsync(call, id);

        var documents = record.GetProperty("documents").EnumerateArray().ToList();
        var bad = documents.Single(document => document.GetProperty("name").GetString() == "létter.docx");
        var annex = documents.Single(document => document.GetProperty("name").GetString() == "annex.txt");
        Assert.True(bad.GetProperty("quarantined").GetBoolean());
        Assert.False(annex.TryGetProperty("quarantined", out _));
        Assert.NotEmpty(record.GetProperty("themes").EnumerateArray());

        var path = $"api/calls/{call}/contributions/{id}/documents/{bad.GetProperty("number").GetInt32()}";
        foreach (var asked in (string[])[path, $"{path}?receipt={receipt}"])
        {
            using var refused = await intake.Anonymous.GetAsync(asked);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Equal("urn:intake:problem:quarantined", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await intake.Anonymous.GetAsync($"{path}/original?receipt={receipt}")).StatusCode);
        using var original = await intake.Http.GetAsync($"{path}/original");
        Assert.Equal(TestString, await original.Content.ReadAsByteArrayAsync());
        Assert.Contains("filename*=UTF-8''l%C3%A9tter.docx", original.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.StartsWith("attachment", original.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", original.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", original.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("An ordinary annex.", await intake.Anonymous.GetStringAsync($"api/calls/{call}/contributions/{id}/documents/{annex.GetProperty("number").GetInt32()}"));
    }
}
