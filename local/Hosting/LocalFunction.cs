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
    private readonly MethodInfo _method;
    private readonly MethodInvoker _invoker;
    private readonly ObjectFactory? _factory;
    private readonly MethodInfo? _asTask;
    private readonly PropertyInfo? _taskResult;

    public LocalFunction(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        _method = method;
        Name = name;
        Trigger = trigger;
        TriggerParameter = triggerParameter;
        Parameters = method.GetParameters();
        Definition = new LocalFunctionDefinition(this, method);
        _invoker = MethodInvoker.Create(method);
        _factory = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);

        var returned = method.ReturnType;
        if (returned == typeof(ValueTask)
            || (returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(ValueTask<>)))
        {
            _asTask = returned.GetMethod(nameof(ValueTask.AsTask))!;
            returned = _asTask.ReturnType;
        }

        _taskResult = returned.IsGenericType && returned.GetGenericTypeDefinition() == typeof(Task<>)
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
            returned = _invoker.Invoke(_factory?.Invoke(services, null), arguments.AsSpan());
        }
        catch (TargetInvocationException exception) when (exception.InnerException is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(exception.InnerException);
            throw;
        }

        returned = _asTask is null ? returned : _asTask.Invoke(returned, null);
        if (returned is not Task task)
        {
            return returned;
        }

        await task;
        return _taskResult?.GetValue(task);
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

    public override string ToString() => $"{_method.DeclaringType}.{_method.Name}";
}
