using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Intake.Tests.Pipeline;

internal static class Posting
{
    /// <summary>Posts a mail as it stands and gives the id it was taken under.</summary>
    public static async Task<string> PostMailAsync(this HttpClient http, string mail)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(mail));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("message/rfc822");
        using var answer = await http.PostAsync("api/inbound-email", content);
        return (await answer.AcceptedAsync()).GetProperty("id").GetString()!;
    }

    /// <summary>The body of an answer that is 202; fails with the body when it is another.</summary>
    public static async Task<JsonElement> AcceptedAsync(this HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.Accepted, body);
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
