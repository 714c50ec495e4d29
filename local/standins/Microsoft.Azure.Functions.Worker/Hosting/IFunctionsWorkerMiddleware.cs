namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>Runs round every function.</summary>
public interface IFunctionsWorkerMiddleware
{
    Task Invoke(FunctionContext context, FunctionExecutionDelegate next);
}
