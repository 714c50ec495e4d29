namespace Intake.Synthesis;

/// <summary>Bullets and numbers before a list item: they are not part of what it says.</summary>
internal static class ListMarker
{
    private const string Bullets = "·•▪◦‣*-–—►●○■□";

    /// <summary>Where the text begins after a bullet or a number such as <c>4.</c>, <c>b)</c> or <c>iv.</c>.</summary>
    public static int Skip(string text, int start, int end)
    {
        start = SkipSpace(text, start, end);
        var marker = start;
        if (marker < end && Bullets.Contains(text[marker]))
        {
            marker++;
        }
        else
        {
            marker += marker < end && text[marker] == '(' ? 1 : 0;
            var digits = marker;
            while (marker < end && marker - digits < 4 && (char.IsAsciiDigit(text[marker]) || "ivx".Contains(text[marker])))
            {
                marker++;
            }

            marker += marker == digits && marker < end && char.IsAsciiLetterLower(text[marker]) ? 1 : 0;
            if (marker == digits || marker >= end || text[marker] is not ('.' or ')'))
            {
                return start;
            }

            marker++;
        }

        // Only before a space: "-5 %" and "3.2 million" are what is said.
        return marker < end && char.IsWhiteSpace(text[marker]) ? SkipSpace(text, marker, end) : start;
    }

    private static int SkipSpace(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
