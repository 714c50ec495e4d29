namespace Intake.Extract.Rtf;

/// <summary>What stands in front of a list item.</summary>
internal static class RtfMarker
{
    /// <summary>The number as written, "1." or "(iv)"; empty for a bullet, which says nothing that the item's kind does not.</summary>
    public static string Number(string marker)
    {
        marker = marker.Replace('\t', ' ').Trim();

        // Courier's letter o is the usual bullet of the second level.
        return marker != "o" && marker.Any(char.IsLetterOrDigit) ? marker : "";
    }
}
