using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using Intake.Outbox;

namespace Intake.Pages;

/// <summary>
/// Every sentence of the pages in one language. <c>Texts/NAME.LANGUAGE.json</c> holds those of one page; a sentence's key is
/// the file's name and the path in it, <c>home.open.title</c>. Words in braces are filled in; counts stand after a label, so
/// that no language's plurals matter. A test compares the languages' keys and words in braces, and looks for every key in the
/// pages that use it.
/// </summary>
public sealed class PageTexts
{
    private const string Prefix = "Intake.Pages.";

    private static readonly ConcurrentDictionary<PageLanguage, PageTexts> Loaded = new();

    private readonly FrozenDictionary<string, string> _texts;

    private PageTexts(PageLanguage language)
    {
        Language = language;
        Formats = LetterTexts.Of(language.Code);
        _texts = Read(language).ToFrozenDictionary();
    }

    public PageLanguage Language { get; }

    /// <summary>How numbers, sizes and times are written, and the words that pages share with letters.</summary>
    public LetterTexts Formats { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    public string this[string key] => _texts.TryGetValue(key, out var text)
        ? text
        : throw new KeyNotFoundException($"No text {key} in {Language.Name}.");

    public static PageTexts Of(PageLanguage language) => Loaded.GetOrAdd(language, static one => new PageTexts(one));

    public bool Has(string key) => _texts.ContainsKey(key);

    private static IEnumerable<KeyValuePair<string, string>> Read(PageLanguage language)
    {
        var assembly = typeof(PageTexts).Assembly;
        var suffix = $".{language.Code}.json";
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal) || !name.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            using var file = assembly.GetManifestResourceStream(name)!;
            using var json = JsonDocument.Parse(file);
            foreach (var text in Flatten(name[Prefix.Length..^suffix.Length], json.RootElement))
                yield return text;
        }
    }

    /// <summary>Our own files: two levels deep.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Flatten(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? element.EnumerateObject().SelectMany(member => Flatten($"{path}.{member.Name}", member.Value))
            : [new(path, element.GetString()!)];
}
