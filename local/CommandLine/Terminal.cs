namespace Intake.Local.CommandLine;

/// <summary>A screen that a line can be drawn on over and over.</summary>
/// <param name="Writer">Writes to it.</param>
/// <param name="Width">Columns it has now: it may be resized.</param>
/// <param name="HasColour">Colours are wanted.</param>
internal sealed record Terminal(TextWriter Writer, Func<int> Width, bool HasColour)
{
    private const int UsualWidth = 80;

    /// <summary>The one that standard error goes to; null when that is a file, a pipe, or a terminal that can only scroll.</summary>
    public static Terminal? OfStandardError() =>
        Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? null
        : new(Console.Error, Columns, string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));

    private static int Columns()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            // A terminal that does not tell, such as a serial line.
            return UsualWidth;
        }
    }
}
