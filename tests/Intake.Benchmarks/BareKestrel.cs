using System.Net;
using Intake.Local.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Intake.Benchmarks;

/// <summary>The least that starting costs: a web server that answers 200 to everything. The floor of "start".</summary>
internal sealed class BareKestrel : IVerb
{
    public string Name => "bare-kestrel";

    public string Summary => "The floor of start: a web server and nothing else.";

    public IReadOnlyList<Option> Options { get; } = [new("--port", "N", "the port on 127.0.0.1")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, arguments.Number("--port", 0, 0, ushort.MaxValue)));
        await using var app = builder.Build();
        app.Run(context => context.Response.WriteAsync("ok", context.RequestAborted));
        await ((IHost)app).RunAsync(cancellationToken);
        return 0;
    }
}
