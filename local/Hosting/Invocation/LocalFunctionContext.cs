using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Local.Hosting.Invocation;

/// <summary>One execution of a function by the local host.</summary>
internal sealed class LocalFunctionContext : FunctionContext
{
    /// <summary>Where GetHttpContext() of the worker's ASP.NET Core integration looks.</summary>
    private const string HttpContextItem = "HttpRequestContext";

    public LocalFunctionContext(
        TriggerEvent trigger, IServiceProvider services, string invocationId, CancellationToken cancellationToken)
    {
        Trigger = trigger;
        InstanceServices = services;
        InvocationId = invocationId;
        CancellationToken = cancellationToken;
        BindingContext = new Bindings(trigger.BindingData);
        RetryContext = new Retries(trigger.RetryCount, trigger.MaxRetryCount);
        TraceContext = new Trace(Activity.Current);
        if (trigger.HttpContext is not null)
        {
            Items.Add(HttpContextItem, trigger.HttpContext);
        }
    }

    public TriggerEvent Trigger { get; }

    /// <summary>What the function returned.</summary>
    public object? Result { get; set; }

    public override string InvocationId { get; }

    public override string FunctionId => Trigger.Function.Definition.Id;

    public override TraceContext TraceContext { get; }

    public override BindingContext BindingContext { get; }

    public override RetryContext RetryContext { get; }

    public override IServiceProvider InstanceServices { get; set; }

    public override FunctionDefinition FunctionDefinition => Trigger.Function.Definition;

    public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();

    public override IInvocationFeatures Features { get; } = new InvocationFeatures();

    public override CancellationToken CancellationToken { get; }

    private sealed class Bindings(IReadOnlyDictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }

    private sealed class Retries(int count, int max) : RetryContext
    {
        public override int RetryCount => count;

        public override int MaxRetryCount => max;
    }

    private sealed class Trace(Activity? activity) : TraceContext
    {
        public override string TraceParent => activity?.Id ?? "";

        public override string TraceState => activity?.TraceStateString ?? "";
    }
}
