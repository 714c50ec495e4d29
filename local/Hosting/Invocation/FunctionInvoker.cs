using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace Intake.Local.Hosting.Invocation;

/// <summary>Runs functions, inside the app's middleware.</summary>
internal sealed class FunctionInvoker
{
    private readonly FunctionExecutionDelegate _pipeline;
    private readonly TimeProvider _time;

    public FunctionInvoker(LocalAppBuilder app, TimeProvider time)
    {
        _pipeline = app.Build(context => RunAsync((LocalFunctionContext)context));
        _time = time;
    }

    /// <summary>Invokes the event's function and returns what it returned.</summary>
    public async Task<object?> InvokeAsync(
        TriggerEvent trigger, IServiceProvider services, CancellationToken cancellationToken)
    {
        var invocationId = Guid.CreateVersion7(_time.GetUtcNow()).ToString();
        var context = new LocalFunctionContext(trigger, services, invocationId, cancellationToken);
        await _pipeline(context);
        return context.Result;
    }

    private static async Task RunAsync(LocalFunctionContext context)
    {
        var function = context.Trigger.Function;
        var arguments = new object?[function.Parameters.Count];
        try
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                arguments[i] = await BindAsync(context, function.Parameters[i]);
            }

            context.Result = await function.CallAsync(context.InstanceServices, arguments);
        }
        finally
        {
            foreach (var argument in arguments.OfType<Stream>())
            {
                await argument.DisposeAsync();
            }
        }
    }

    private static async ValueTask<object?> BindAsync(LocalFunctionContext context, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (parameter == context.Trigger.Function.TriggerParameter)
        {
            return await context.Trigger.ReadAs(type, context.CancellationToken);
        }

        if (type == typeof(FunctionContext))
        {
            return context;
        }

        if (type == typeof(CancellationToken))
        {
            return context.CancellationToken;
        }

        return context.Trigger.BindingData.TryGetValue(parameter.Name!, out var value) && value is not null
            ? Convert(value, type)
            : parameter.HasDefaultValue ? parameter.DefaultValue : null;
    }

    private static object? Convert(object value, Type type) =>
        type.IsInstanceOfType(value)
            ? value
            : TypeDescriptor.GetConverter(type).ConvertFrom(null, CultureInfo.InvariantCulture,
                System.Convert.ToString(value, CultureInfo.InvariantCulture)!);
}
