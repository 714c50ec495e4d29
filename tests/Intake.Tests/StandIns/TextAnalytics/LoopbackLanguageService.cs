using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Intake.Tests.StandIns.TextAnalytics;

/// <summary>Keeps what it is asked, and answers with the given answers in turn.</summary>
internal sealed class LoopbackLanguageService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Answer> _answers;

    private LoopbackLanguageService(WebApplication app, IEnumerable<Answer> answers)
    {
        _app = app;
        _answers = new Queue<Answer>(answers);
    }

    public List<Question> Questions { get; } = [];

    public Uri Endpoint => new(_app.Urls.Single());

    public static async Task<LoopbackLanguageService> StartAsync(params Answer[] answers)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        LoopbackLanguageService service = new(builder.Build(), answers);
        service._app.Run(service.HandleAsync);
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using JsonDocument body = await JsonDocument.ParseAsync(context.Request.Body);
        Questions.Add(new Question(
            $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}",
            context.Request.Headers["Ocp-Apim-Subscription-Key"].ToString(),
            body.RootElement.Clone()));

        Answer answer = _answers.Dequeue();
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        if (answer.RetryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds;
        }

        await context.Response.WriteAsync(answer.Body);
    }

    public sealed record Question(string Line, string Key, JsonElement Body);

    public sealed record Answer(int Status, string Body, string? RetryAfter = null);
}
