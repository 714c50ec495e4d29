namespace Intake.Browser;

/// <summary>A test that needs Debian's chromium; no browser is ever downloaded. Elsewhere it says why it was skipped; .ci/run allows no skips.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing;
}

/// <inheritdoc cref="BrowserFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.Missing;
}

internal static class Chromium
{
    public const string Program = "/usr/bin/chromium";

    /// <summary>Why tests cannot run here; null when they can.</summary>
    public static string? Missing { get; } = File.Exists(Program) ? null : "chromium is not installed: apt-get install chromium";
}
