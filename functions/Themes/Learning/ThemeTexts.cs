using Intake.Calls;
using Intake.KeyPhrases;
using Intake.Storage;

namespace Intake.Themes.Learning;

/// <summary>What a call says of its themes, as learning begins with it.</summary>
internal static class ThemeTexts
{
    private const int OfTitle = 2;
    private const int OfKeyword = 2;

    public static IReadOnlyList<ThemeText> Of(Call call)
    {
        var language = call.Languages is [var first, ..] ? first : LanguageDetector.Unknown;
        return [.. call.Themes.Select(theme => new ThemeText(
        [
            Part(theme.Title, OfTitle),
            Part(theme.Description, 1),
            .. theme.Keywords.Select(keyword => Part(keyword, OfKeyword)),
            .. call.Questions.Where(question => question.Themes.Contains(theme.Id)).Select(question => Part(question.Text, 1)),
        ]))];

        (string, string, int) Part(string text, int times) =>
            (text, LanguageDetector.Instance.Detect(text) is var tag && tag != LanguageDetector.Unknown ? tag : language, times);
    }

    /// <summary>Changes when what is learned would mean something else.</summary>
    public static string Fingerprint(Call call) => Ids.Hash(
    [
        $"{ThemeModelFormat.Version}",
        .. call.Themes.Select(theme => theme.Id),
        .. Of(call).SelectMany(theme => theme.Parts.Select(part => $"{part.Times} {part.Language} {part.Text}").Prepend("|")),
    ]);
}
