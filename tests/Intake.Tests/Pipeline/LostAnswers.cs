using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Intake.Storage;

namespace Intake.Tests.Pipeline;

/// <summary>Real storage, whose answers to some requests are lost on the way: the change is made and nobody learns of it.</summary>
internal sealed class LostAnswers(Func<Request, bool> isLost) : HttpPipelinePolicy
{
    /// <summary>The same account, with tables that answer like that.</summary>
    public static StorageClients Of(IntakeFixture intake, Func<Request, bool> isLost)
    {
        var options = new TableClientOptions();
        options.AddPolicy(new LostAnswers(isLost), HttpPipelinePosition.PerCall);
        return intake.Get<StorageClients>() with { Tables = new TableServiceClient(intake.ConnectionString, options) };
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (isLost(message.Request))
            throw new IOException("The answer was lost.");
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
