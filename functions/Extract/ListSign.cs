namespace Intake.Extract;

/// <summary>What a word processor wrote in front of a list item.</summary>
internal static class ListSign
{
    /// <summary>The number as written, "1." or "(iv)"; empty for a bullet, which says nothing that the item's kind does not.</summary>
    public static string Number(string sign)
    {
        sign = sign.Replace('\t', ' ').Replace('\u00a0', ' ').Trim();

        // Courier's letter o is the usual bullet of the second level.
        return sign != "o" && sign.Any(char.IsLetterOrDigit) ? sign : "";
    }
}
