namespace Intake.Extract.Converters;

/// <summary>Runs an external converter on one document.</summary>
public sealed class ConverterRunner(ExtractLimits limits)
{
    public ExtractLimits Limits => limits;
}
