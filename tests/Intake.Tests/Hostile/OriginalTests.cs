using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intake.Tests.Pipeline;

namespace Intake.Tests.Hostile;

/// <summary>Through the whole service: every original comes back byte for byte, and every passage is what the stored text says.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class OriginalTests(IntakeFixture intake) : IClassFixture<IntakeFixture>
{
    [Fact]
    public async Task Documents_of_every_kind_come_back_whole_and_their_passages_are_verbatim()
    {
        var call = await intake.OpenCallAsync();
        await SendAsync(call, [.. Samples.All.Select(sample => (sample.Name, sample.Whole()))]);
    }

    [Fact]
    public async Task Damaged_documents_come_back_as_damaged_as_they_were()
    {
        var call = await intake.OpenCallAsync();
        await Fuzz.CheckAsync(Damage.Any, rounds: 3, damage =>
            SendAsync(call, [.. Samples.All.Select(sample => (sample.Name, Damage.Apply(sample.Whole(), damage)))]));
    }

    [Fact]
    public async Task A_damaged_mail_is_kept_as_it_came_and_never_fails()
    {
        var call = await intake.OpenCallAsync();
        await Fuzz.CheckAsync(Damage.Any, rounds: 5, async damage =>
        {
            byte[] mail = [.. Encoding.ASCII.GetBytes($"Delivered-To: call+{call}@example.org\r\n"), .. Damage.Apply(Samples.Mail.Whole(), damage)];
            var id = await intake.Http.PostMailAsync(Encoding.Latin1.GetString(mail));

            var outcome = await Eventually.Async(async () =>
            {
                var shown = JsonSerializer.Deserialize<JsonElement>(await intake.Http.GetStringAsync($"api/inbound-email/{id}"));
                var outcome = shown.GetProperty("outcome").GetString();
                return (outcome != "waiting", outcome);
            });

            Assert.Contains(outcome, new[] { "contribution", "automatic", "bounce", "unreadable", "unplaced", "refused" });
        });
    }

    private async Task SendAsync(string call, IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var form = new MultipartFormDataContent { { new StringContent("We support an open forum."), "text" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "file", name);
        }

        var answer = await intake.Anonymous.PostAsync($"api/calls/{call}/contributions", form);
        var sent = await answer.AcceptedAsync();
        var (id, receipt) = (sent.GetProperty("id").GetString()!, sent.GetProperty("receipt").GetString());
        await intake.AnalysedAsync(call, id);

        // As the contributor sees it: for everybody else personal data is covered.
        var record = await intake.GetAsync($"api/calls/{call}/contributions/{id}?receipt={receipt}");

        var documents = sent.GetProperty("documents").EnumerateArray().ToList();
        foreach (var (index, document) in documents.Index())
        {
            var path = $"api/calls/{call}/contributions/{id}/documents/{index + 1}";
            var content = files.FirstOrDefault(file => document.GetProperty("sha256").GetString() == Convert.ToHexStringLower(SHA256.HashData(file.Content))).Content;
            if (content is not null)
            {
                // What may do harm is handed out to the secretariat only.
                Assert.Equal(content, await intake.Http.GetByteArrayAsync($"{path}/original"));
            }

            var text = await intake.Anonymous.GetStringAsync($"{path}/text?receipt={receipt}");
            Assert.All(
                record.GetProperty("passages").EnumerateArray().Where(passage => passage.GetProperty("document").GetInt32() == index + 1),
                passage => Assert.Equal(passage.GetProperty("text").GetString(), text[passage.GetProperty("start").GetInt32()..passage.GetProperty("end").GetInt32()]));
        }

        Assert.Equal(
            files.Select(file => Convert.ToHexStringLower(SHA256.HashData(file.Content))).Order(),
            documents.Where(document => document.GetProperty("name").GetString() != "text.txt").Select(document => document.GetProperty("sha256").GetString()!).Order());
    }
}
