using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Intake.Pages;

/// <summary>A language of the interface.</summary>
/// <param name="Code">ISO 639-1; names the files of its texts.</param>
/// <param name="Tag">BCP 47, for <c>lang</c> attributes.</param>
/// <param name="Name">In the language itself.</param>
public sealed record PageLanguage(string Code, string Tag, string Name, bool IsRightToLeft = false)
{
    /// <summary>The parameter of an address by which a person chooses, and the cookie that remembers it.</summary>
    public const string Parameter = "lang";

    /// <summary>The header is Kestrel's to limit; whoever lists more than this has no preference.</summary>
    private const int MaxPreferences = 50;

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The six of the United Nations, in the order of the switch.</summary>
    public static IReadOnlyList<PageLanguage> All { get; } =
    [
        new("en", "en", "English"),
        new("fr", "fr", "Français"),
        new("es", "es", "Español"),
        new("ru", "ru", "Русский"),
        new("ar", "ar", "العربية", IsRightToLeft: true),
        new("zh", "zh-Hans", "中文"),
    ];

    public static PageLanguage Default => All[0];

    public static PageLanguage? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>As chosen in the address, else as chosen before, else as the browser prefers, else English.</summary>
    public static PageLanguage Of(HttpRequest request) =>
        Find(request.Query[Parameter]) ?? Find(request.Cookies[Parameter]) ?? Preferred(request.Headers.AcceptLanguage) ?? Default;

    private static PageLanguage? Preferred(IList<string?> header) =>
        StringWithQualityHeaderValue.TryParseList([.. header.OfType<string>()], out var preferences)
            ? preferences.Take(MaxPreferences)
                .Where(preference => preference.Quality is null or > 0)
                .OrderByDescending(preference => preference.Quality ?? 1)
                .Select(preference => Find(preference.Value.ToString().Split('-')[0].ToLowerInvariant()))
                .FirstOrDefault(language => language is not null)
            : null;
}
