using System.Net;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Intake.Tests.Local;

[Collection(AzuriteCollection.Name)]
public sealed class MiddlewareTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Middleware_runs_round_functions_of_every_kind_in_the_order_it_was_added()
    {
        var probe = new Probe();
        var queueName = UniqueName.Of("middleware");
        var queue = new QueueClient(azurite.ConnectionString, queueName);
        await using var host = await TestHost.StartAsync(
            typeof(Functions), probe, azurite.ConnectionString,
            settings: new() { ["TestQueue"] = queueName },
            configure: app =>
            {
                app.UseMiddleware<Outer>();
                app.UseMiddleware(async (context, next) =>
                {
                    probe.Add("inner " + context.FunctionDefinition.Name);
                    await next();
                });
                app.UseWhen<Refusing>(context => context.GetHttpContext()?.Request.Query.ContainsKey("refuse") == true);
            });
        using var http = new HttpClient { BaseAddress = host.Address };

        Assert.Equal("served", await http.GetStringAsync("/Http"));
        await queue.SendMessageAsync(Convert.ToBase64String("letter"u8));
        await Eventually.TrueAsync(() => probe.Seen.Count == 8, "both functions have run");

        Assert.Equal(
            [
                "outer httpTrigger GET", "inner Http", "Http", "outer ends",
                "outer queueTrigger 1", "inner Queue", "Queue letter", "outer ends",
            ],
            probe.Seen);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/Http?refuse")).StatusCode);
        Assert.Equal(1, probe.Seen.Count(seen => seen is "Http"));
    }

    internal sealed class Functions(Probe probe)
    {
        [Function("Http")]
        public IActionResult Http([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
        {
            probe.Add("Http");
            return new ContentResult { Content = "served" };
        }

        [Function("Queue")]
        public void Queue([QueueTrigger("%TestQueue%")] string message) => probe.Add("Queue " + message);
    }

    private sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            var binding = context.FunctionDefinition.InputBindings.Values.Single();
            var about = context.GetHttpContext()?.Request.Method ?? context.BindingContext.BindingData["DequeueCount"];
            probe.Add($"outer {binding.Type} {about}");
            await next(context);
            probe.Add("outer ends");
        }
    }

    private sealed class Refusing : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetHttpContext()!.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
    }
}
