using Intake.Local.Hosting.Queues;
using Microsoft.Extensions.DependencyInjection;

namespace Intake.Local.Hosting.Invocation;

/// <summary>Invokes the functions that no caller waits for: with services of their own, and for so long at most.</summary>
/// <param name="invoker">Runs the function.</param>
/// <param name="scopes">Gives each invocation its scoped services.</param>
/// <param name="timeout">When the function's cancellation token is cancelled.</param>
/// <param name="pulse">Is told of each end.</param>
/// <param name="stopNow">Cancelled when the host can wait no longer.</param>
internal sealed class BackgroundInvoker(
    FunctionInvoker invoker, IServiceScopeFactory scopes, TimeSpan timeout, Pulse pulse, CancellationToken stopNow)
{
    public async Task<object?> InvokeAsync(TriggerEvent trigger)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(stopNow);
        cancellation.CancelAfter(timeout);
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            return await invoker.InvokeAsync(trigger, scope.ServiceProvider, cancellation.Token);
        }
        finally
        {
            pulse.Beat();
        }
    }
}
