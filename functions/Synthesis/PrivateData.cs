using System.Text.RegularExpressions;
using Intake.PersonalData;

namespace Intake.Synthesis;

/// <summary>Personal data, which no digest shows: what <see cref="PersonalDataFinder"/> finds, and what only looks like an
/// address or a telephone number. Rather one too many is taken for one.</summary>
internal static class PrivateData
{
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly Regex Address = new(
        @"[^\s<>()\[\],;:""]*\s?[@＠﹫]\s?[^\s<>()\[\],;:""]*"
        + @"|\w[\w.+-]*\s*[\[({]\s*(?:at|arroba|arobase)\s*[\])}]\s*\w[\w.-]*",
        Linear);

    // A leading plus; a label; or nine digits and more with nothing but spacing between them (years of a range are
    // eight). Eastern Arabic and other digits are \d as well.
    private static readonly Regex Telephone = new(
        @"\+\s?\d[\d\s().\-/]{5,}\d"
        + @"|(?:tel|tél|phone|fax|mobile|mobil|whatsapp|тел|факс|هاتف|电话|電話)\p{L}*[\s.:：()#]{0,4}[+(]?\d[\d\s().\-/]{4,}\d"
        + @"|\d(?:[\s().\-/]{0,2}\d){8,}",
        Linear);

    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.IndexOfAny('@', '＠', PersonalDataMask.Sign) >= 0 || text.Contains('﹫') || Address.IsMatch(text) || Telephone.IsMatch(text)
        || PersonalDataFinder.IsIn(text);

    /// <summary>The text without them.</summary>
    public static string Without(string text) => Telephone.Replace(Address.Replace(text, " "), " ");
}
