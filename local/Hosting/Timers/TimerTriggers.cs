using Intake.Local.Hosting.Invocation;
using Intake.Local.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Intake.Local.Hosting.Timers;

/// <summary>Runs the functions that have a timer trigger.</summary>
internal sealed class TimerTriggers(
    IConfiguration configuration, BackgroundInvoker invoker, TimeProvider time, ILogger<TimerTriggers> logger)
{
    /// <summary>Timers that fire more often are not monitored, as in Azure.</summary>
    private static readonly TimeSpan ShortestMonitored = TimeSpan.FromMinutes(1);

    /// <summary>The schedule of a function, as written.</summary>
    public static string Schedule(LocalFunction function, IConfiguration configuration) =>
        configuration.Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, function.Name);

    public ITriggerLoop Loop(LocalFunction function)
    {
        function.CheckParameters();
        var trigger = (TimerTriggerAttribute)function.Trigger;
        var schedule = new TimerSchedule(Schedule(function, configuration), Zone(), function.Name);
        return new TimerLoop(
            schedule,
            trigger.RunOnStartup,
            trigger.UseMonitor && IsSlow(schedule) ? Monitor(function) : null,
            timer => invoker.InvokeAsync(new TriggerEvent
            {
                Function = function,
                BindingData = new Dictionary<string, object?>(),
                ReadAs = (_, _) => ValueTask.FromResult<object?>(timer),
            }),
            time,
            logger,
            function.Name);
    }

    private bool IsSlow(TimerSchedule schedule)
    {
        var first = schedule.Next(time.GetUtcNow());
        return first is null || schedule.Next(first.Value) is not { } second || second - first >= ShortestMonitored;
    }

    private TimerMonitor Monitor(LocalFunction function)
    {
        var hosts = HostsContainer.Of(configuration.StorageConnection(null, function.Name));
        return new TimerMonitor(hosts, function.Name, logger);
    }

    private TimeZoneInfo Zone()
    {
        var name = configuration["WEBSITE_TIME_ZONE"];
        return string.IsNullOrEmpty(name) ? TimeZoneInfo.Utc
            : TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone
            : throw new HostStartException($"The setting WEBSITE_TIME_ZONE: there is no time zone '{name}'.");
    }
}
