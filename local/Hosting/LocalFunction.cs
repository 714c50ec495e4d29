using System.Reflection;
using Intake.Local.Hosting.Invocation;
using Intake.Local.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Local.Hosting;

/// <summary>A function of the app: a method with a name and a trigger.</summary>
internal sealed class LocalFunction
{
    private readonly MethodInfo method;
    private readonly MethodInvoker invoker;
    private readonly ObjectFactory? factory;
    private readonly MethodInfo? asTask;
    private readonly PropertyInfo? taskResult;

    public LocalFunction(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        this.method = method;
        Name = name;
        Trigger = trigger;
        TriggerParameter = triggerParameter;
        Parameters = method.GetParameters();
        Definition = new LocalFunctionDefinition(this, method);
        invoker = MethodInvoker.Create(method);
        factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);

        var returned = method.ReturnType;
        if (returned == typeof(ValueTask)
            || (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            asTask = returned.GetMethod(nameof(ValueTask.AsTask))!;
            returned = asTask.ReturnType;
        }

        taskResult = returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>)
            ? returned.GetProperty(nameof(Task<object>.Result))
            : null;
    }

    public string Name { get; }

    public TriggerBindingAttribute Trigger { get; }

    public ParameterInfo TriggerParameter { get; }

    public IReadOnlyList<ParameterInfo> Parameters { get; }

    public LocalFunctionDefinition Definition { get; }

    /// <summary>Calls the method, on a new instance unless it is static, and waits for what it returns.</summary>
    public async Task<object?> CallAsync(IServiceProvider services, object?[] arguments)
    {
        object? returned;
        try
        {
            returned = invoker.Invoke(factory?.Invoke(services, null), arguments.AsSpan());
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }

        returned = asTask is null ? returned : asTask.Invoke(returned, null);
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return taskResult?.GetValue(task);
    }

    /// <summary>Refuses a parameter that nothing could be bound to; Azure would silently pass null.</summary>
    public void CheckParameters(params IEnumerable<string> bindingNames)
    {
        var names = bindingNames.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unbound = Parameters.FirstOrDefault(parameter =>
            parameter != TriggerParameter
            && parameter.ParameterType != typeof(FunctionContext)
            && parameter.ParameterType != typeof(CancellationToken)
            && !parameter.HasDefaultValue
            && !names.Contains(parameter.Name!));
        if (unbound is not null)
        {
            throw new HostStartException($"Function {Name}: nothing is bound to the parameter '{unbound.Name}'.");
        }
    }

    public override string ToString() => $"{method.DeclaringType}.{method.Name}";
}
