using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace Intake.Benchmarks;

/// <summary>A bare Kestrel that answers everything with the same bytes and headers. The floor of "pages".</summary>
internal sealed class BarePage : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BarePage(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<BarePage> StartAsync(HttpResponseMessage page, byte[] body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var app = builder.Build();
        var headers = page.Headers.Concat(page.Content.Headers)
            .Where(header => header.Key is not ("Date" or "Transfer-Encoding"))
            .Select(header => (header.Key, Value: string.Join(", ", header.Value))).ToList();
        app.Run(async context =>
        {
            foreach (var (name, value) in headers)
                context.Response.Headers[name] = value;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await ((IHost)app).StartAsync();
        return new BarePage(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
