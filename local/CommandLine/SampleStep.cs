using Intake.Local.Processes;

namespace Intake.Local.CommandLine;

/// <summary>After the start: loads the sample, and says where to look.</summary>
internal static class SampleStep
{
    private const string Folder = "sample";

    public static async Task RunAsync(RunningHost running, CancellationToken cancellation)
    {
        var address = running.Host.Address.ToString().TrimEnd('/');
        if (running.Options.Sample)
        {
            using var http = new HttpClient { BaseAddress = running.Host.Address };
            http.DefaultRequestHeaders.Add("x-functions-key", running.Options.Key ?? running.Settings["LocalFunctionKey"] ?? "local");
            try
            {
                var loader = new SampleLoader(http, Path.Combine(AppContext.BaseDirectory, Folder), TimeProvider.System);
                await loader.LoadAsync(running.Log, cancellation);
            }
            catch (SampleException fault)
            {
                throw new HostStartException($"The sample could not be loaded (--no-sample does without): {fault.Message}", fault);
            }

            running.Log("");
            running.Log($"The sample's digest:     {address}/calls/{SampleLoader.Call}/digests/latest");
            running.Log($"Its contributions:       {address}/calls/{SampleLoader.Call}/contributions");
            running.Log($"Contribute to it:        {address}/calls/{SampleLoader.Call}/contribute");
        }

        running.Log($"All calls:               {address}/");
        running.Log($"The API, to read:        {address}/docs");
        running.Log($"Is everything up?        {address}/api/health");
        if (running.MailPage is { } mail)
            running.Log($"Mail that Intake sent:   {mail}");
        running.Log("");
    }
}
