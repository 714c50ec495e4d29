using System.Collections.ObjectModel;
using Intake.Local.Hosting.Invocation;
using Intake.Local.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Local.Hosting.Http;

/// <summary>Serves the functions that have an HTTP trigger.</summary>
internal sealed class HttpTriggers(FunctionInvoker invoker, FunctionKeys keys, string routePrefix)
{
    /// <summary>The route a function is served at, with host.json's prefix.</summary>
    public static string Route(LocalFunction function, string routePrefix) =>
        $"{routePrefix}/{(((HttpTriggerAttribute)function.Trigger).Route ?? function.Name).TrimStart('/')}".Trim('/');

    public static IReadOnlyList<string> Methods(LocalFunction function) =>
        [.. (((HttpTriggerAttribute)function.Trigger).Methods ?? []).Select(method => method.ToUpperInvariant())];

    public void Map(IEndpointRouteBuilder endpoints, IEnumerable<LocalFunction> functions)
    {
        foreach (var function in functions.Where(function => function.Trigger is HttpTriggerAttribute))
        {
            var pattern = Parse(function);
            function.CheckParameters(pattern.Parameters.Select(parameter => parameter.Name));
            var endpoint = endpoints.Map(pattern, context => ServeAsync(context, function))
                .WithMetadata(function)
                .WithDisplayName(function.Name);
            if (Methods(function) is { Count: > 0 } methods)
            {
                endpoint.WithMetadata(new HttpMethodMetadata(methods));
            }
        }
    }

    private static async Task ExecuteAsync(object? result, LocalFunction function, HttpContext context)
    {
        switch (result)
        {
            case null:
                return;
            case IResult minimal:
                await minimal.ExecuteAsync(context);
                return;
            case IActionResult action:
                await action.ExecuteResultAsync(
                    new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
                return;
            default:
                throw new InvalidOperationException(
                    $"Function {function.Name} returned {result.GetType()}, which is neither an IActionResult nor an IResult.");
        }
    }

    private RoutePattern Parse(LocalFunction function)
    {
        var route = Route(function, routePrefix);
        try
        {
            return RoutePatternFactory.Parse(route);
        }
        catch (RoutePatternException exception)
        {
            throw new HostStartException($"Function {function.Name}: {exception.Message}", exception);
        }
    }

    private async Task ServeAsync(HttpContext context, LocalFunction function)
    {
        if (!keys.Allow(context.Request, ((HttpTriggerAttribute)function.Trigger).AuthLevel))
        {
            await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized);
            return;
        }

        var trigger = new TriggerEvent
        {
            Function = function,
            HttpContext = context,
            BindingData = new ReadOnlyDictionary<string, object?>(context.Request.RouteValues),
            ReadAs = (type, _) => ValueTask.FromResult<object?>(type == typeof(HttpContext) ? context : context.Request),
        };
        var result = await invoker.InvokeAsync(trigger, context.RequestServices, context.RequestAborted);
        await ExecuteAsync(result, function, context);
    }
}
