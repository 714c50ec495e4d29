using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Intake.Local.Hosting.Invocation;

/// <summary>What middleware is told of a function.</summary>
internal sealed class LocalFunctionDefinition : FunctionDefinition
{
    public LocalFunctionDefinition(LocalFunction function, MethodInfo method)
    {
        Name = function.Name;
        EntryPoint = $"{method.DeclaringType!.FullName}.{method.Name}";
        PathToAssembly = method.DeclaringType.Assembly.Location;
        Parameters = [.. method.GetParameters().Select(parameter =>
            new FunctionParameter(parameter.Name!, parameter.ParameterType))];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(
            function.TriggerParameter.Name!,
            new Binding(function.TriggerParameter.Name!, BindingType(function.Trigger.GetType().Name)));
    }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    public override string Id => Name;

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings =>
        ImmutableDictionary<string, BindingMetadata>.Empty;

    /// <summary>HttpTriggerAttribute is the binding httpTrigger.</summary>
    private static string BindingType(string attribute) =>
        char.ToLowerInvariant(attribute[0]) + attribute[1..^nameof(Attribute).Length];

    private sealed class Binding(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
