using System.Reflection;
using Intake.Local.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace Intake.Local.Hosting;

/// <summary>Finds the functions of an app by their attributes.</summary>
internal static class FunctionTable
{
    private const BindingFlags Methods =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<LocalFunction> Discover(LocalHostOptions options, IConfiguration settings)
    {
        var functions = (options.FunctionClasses ?? options.Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(Methods))
            .Select(method => (Method: method, Function: method.GetCustomAttribute<FunctionAttribute>()))
            .Where(found => found.Function is not null && !IsDisabled(found.Function.Name, settings))
            .Select(found => From(found.Function!.Name, found.Method))
            .OrderBy(function => function.Name, StringComparer.Ordinal)
            .ToList();
        var twice = functions.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase)
            .FirstOrDefault(sameName => sameName.Count() > 1);
        return twice is null
            ? functions
            : throw new HostStartException($"Two functions are named {twice.Key}: {string.Join(", ", twice)}.");
    }

    private static LocalFunction From(string name, MethodInfo method)
    {
        var triggers = method.GetParameters()
            .SelectMany(parameter => parameter.GetCustomAttributes<TriggerBindingAttribute>()
                .Select(trigger => (parameter, trigger)))
            .ToList();
        return triggers is [var (parameter, trigger)]
            ? new LocalFunction(name, method, parameter, trigger)
            : throw new HostStartException($"Function {name} has {triggers.Count} triggers; it must have one.");
    }

    private static bool IsDisabled(string name, IConfiguration settings) =>
        string.Equals(settings[$"AzureWebJobs.{name}.Disabled"], "true", StringComparison.OrdinalIgnoreCase);
}
