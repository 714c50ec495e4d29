namespace Intake.Publish;

/// <summary>
/// Colours of the charts: each has a contrast of at least 3:1 with white and with the dark page (WCAG 1.4.11). On paper
/// without colour, and for who does not tell them apart, each series has a pattern of its own as well.
/// </summary>
internal static class Palette
{
    /// <summary>The page in dark mode.</summary>
    public const string Dark = "#14181d";

    public static IReadOnlyList<string> Series { get; } = ["#2f7ebf", "#c2611c", "#8a68c4", "#7b848e"];

    /// <summary>What is beyond the deadline.</summary>
    public const string Deadline = "#c8352b";

    /// <summary>Patterns of a drawing's series.</summary>
    public static string Patterns(string id) =>
        $"""<defs><pattern id="{id}-p1" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="3.5" height="6" fill="{Series[1]}"/></pattern><pattern id="{id}-p2" width="6" height="6" patternUnits="userSpaceOnUse"><circle cx="3" cy="3" r="2.1" fill="{Series[2]}"/></pattern></defs>""";

    /// <summary>How a series is filled and outlined.</summary>
    public static string Style(string id, int series) => series switch
    {
        0 => $"fill=\"{Series[0]}\" stroke=\"{Series[0]}\"",
        1 or 2 => $"fill=\"url(#{id}-p{series})\" stroke=\"{Series[series]}\"",
        _ => $"fill=\"none\" stroke=\"{Series[3]}\" stroke-width=\"1.5\"",
    };
}
