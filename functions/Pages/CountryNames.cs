using System.Globalization;
using Intake.Publish;

namespace Intake.Pages;

/// <summary>Countries by name in the page's language, for people to choose from.</summary>
internal static class CountryNames
{
    private const string Prefix = "countries.";

    /// <summary>In the order in which speakers of the language look for them. The codes are those that all files have.</summary>
    public static IReadOnlyList<(string Code, string Name)> In(PageTexts texts)
    {
        var codes = PageTexts.Of(PageLanguage.All[1]).Keys.Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Select(key => key[Prefix.Length..]);
        var order = StringComparer.Create(CultureInfo.GetCultureInfo(texts.Language.Tag), ignoreCase: true);
        return [.. codes.Select(code => (code, Name(code, texts))).OrderBy(country => country.Item2, order)];
    }

    /// <summary>English names are those of the digest.</summary>
    public static string Name(string code, PageTexts texts) =>
        texts.Language == PageLanguage.Default || !texts.Has(Prefix + code) ? Countries.Name(code) : texts[Prefix + code];
}
