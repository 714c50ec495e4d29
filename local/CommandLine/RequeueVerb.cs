using Intake.Storage;

namespace Intake.Local.CommandLine;

/// <summary>Sends round again what failed.</summary>
internal sealed class RequeueVerb : IVerb
{
    public string Name => "requeue";

    public string Summary => "Sends round again what failed: the poison queues, and contributions whose handling never ended.";

    public IReadOnlyList<Option> Options => StorageServices.Options;

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        await using var intake = await StorageServices.OpenAsync(arguments, cancellationToken);
        var moved = await intake.Get<Requeuer>().RunAsync(cancellationToken);
        foreach (var (queue, count) in moved)
            Console.WriteLine($"  {queue,-10} {count}");
        Console.WriteLine(moved.Values.Sum() == 0 ? "Nothing had failed." : $"{moved.Values.Sum()} sent round again.");
        return 0;
    }
}
