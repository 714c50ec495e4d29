using Intake.Extract;
using Intake.Extract.Converters;

namespace Intake.Tests.Extract.Converters;

/// <summary>What tests do on a machine without a converter: the recorded outcome is asserted there instead.</summary>
internal static class Installed
{
    /// <summary>Whether to go on: false when the converter is missing, and the document was said to be unreadable for that.</summary>
    public static bool For(ReadText read, params IEnumerable<Converter> converters)
    {
        var runner = new ConverterRunner(new());
        if (converters.All(runner.Has))
        {
            return true;
        }

        Assert.Contains(converters.Where(converter => !runner.Has(converter)), converter => read.Problem == converter.MissingSentence);
        Assert.Empty(read.Blocks);
        return false;
    }
}
