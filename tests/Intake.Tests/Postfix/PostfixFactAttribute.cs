namespace Intake.Tests.Postfix;

/// <summary>A test that needs Postfix, and root to run one of its own. Elsewhere it says why it was skipped; .ci/run allows no skips.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostfixFactAttribute : FactAttribute
{
    public PostfixFactAttribute()
    {
        Skip = !File.Exists(PostfixServer.Program) ? "Postfix is not installed: apt-get install postfix"
            : !Environment.IsPrivilegedProcess ? "Only root can run Postfix."
            : !File.Exists("/usr/bin/curl") ? "curl is not installed: apt-get install curl"
            : null;
    }
}
