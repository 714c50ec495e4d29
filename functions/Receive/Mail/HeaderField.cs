using Intake.Extract;

namespace Intake.Receive.Mail;

/// <summary>One header field (RFC 5322, section 2.2).</summary>
/// <param name="Name">As written.</param>
/// <param name="Raw">Unfolded, encoded words and all.</param>
public sealed record HeaderField(string Name, string Raw)
{
    /// <summary>The value as people read it: encoded words decoded, on one line.</summary>
    public string Text => OneLine(EncodedWord.DecodeAll(Raw));

    /// <summary>Without line ends and other control characters: safe in a header that we write ourselves.</summary>
    internal static string OneLine(string text)
    {
        var units = Characters.WellFormed(text).ToCharArray();
        for (var i = 0; i < units.Length; i++)
        {
            units[i] = char.IsControl(units[i]) || units[i] is '\u2028' or '\u2029' ? ' ' : units[i];
        }

        return string.Join(' ', new string(units).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
