using System.Globalization;
using Intake.Calls;
using Intake.Http;
using Microsoft.AspNetCore.Http;

namespace Intake.Search;

/// <summary>Words that have to stand beside each other: what was quoted, or one word as it was typed.</summary>
internal sealed record QueryPart(IReadOnlyList<SearchWord> Words, bool IsQuoted)
{
    /// <summary>What is not quoted is found by the beginning of its last word: "donor" finds "donors".</summary>
    public bool IsPrefixAt(int i) => !IsQuoted && i == Words.Count - 1 && !Words[i].IsCharacter && Words[i].Word.Length >= IndexTerms.MinPrefix;
}

/// <summary>What somebody looks for in the public record: all of it has to be true of a contribution.</summary>
public sealed record SearchQuery
{
    private const int MaxValue = 100;

    public string? Theme { get; init; }

    public int? Question { get; init; }

    public StakeholderGroup? Group { get; init; }

    /// <summary>BCP 47; <c>zh</c> finds <c>zh-Hans</c> too.</summary>
    public string? Language { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Country { get; init; }

    /// <summary>As it was typed.</summary>
    public string? Words { get; init; }

    internal IReadOnlyList<QueryPart> Parts { get; init; } = [];

    /// <summary>Asks for everything.</summary>
    public bool IsEmpty => this is { Theme: null, Question: null, Group: null, Language: null, Country: null, Words: null };

    /// <summary>Words that follow each other are found by each of them, so the index may know too many.</summary>
    internal bool IsExact => Parts.All(part => IndexTerms.Of(part).Take(2).Count() == 1);

    /// <exception cref="ProblemException">Something in it is not right; every mistake is named.</exception>
    public static SearchQuery Of(HttpRequest request, SearchLimits limits)
    {
        var errors = new List<InputError>();
        var query = Read(name => request.Query[name], limits, errors);
        return errors.Count == 0 ? query : throw Problems.Invalid(errors);
    }

    /// <summary>Reads fields by name; empty ones say nothing, wrong ones are added to <paramref name="errors"/>.</summary>
    internal static SearchQuery Read(Func<string, string?> field, SearchLimits limits, List<InputError> errors)
    {
        var words = Value("q", limits.QueryCharacters);
        var parts = words is null ? [] : PartsOf(words);
        if (words is not null && parts.Count == 0)
            errors.Add(new InputError("q", "has no word in it"));
        if (parts.Sum(part => part.Words.Count) > limits.QueryWords)
            errors.Add(new InputError("q", $"has more than {limits.QueryWords} words"));
        return new SearchQuery
        {
            Theme = Checked("theme", CallId.IsWord, "must be a theme's id"),
            Question = Checked("question", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _), "must be a question's number") is { } number
                && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var question) ? question : null,
            Group = Value("group", MaxValue) is { } group ? FieldValue.OneOf<StakeholderGroup>("group", group, errors) : null,
            Language = Checked("language", LanguageTag.IsValid, "must be a language tag such as en, fr or zh-Hans"),
            Country = Checked("country", text => text is { Length: 2 } && text.All(char.IsAsciiLetter), "must be a two-letter country code such as KE")?.ToUpperInvariant(),
            Words = words,
            Parts = parts,
        };

        string? Value(string name, int max)
        {
            if (field(name) is not { } value || string.IsNullOrWhiteSpace(value))
                return null;
            if (value.Length > max)
                errors.Add(new InputError(name, $"has more than {max} characters"));
            return value.Length > max ? null : value.Trim();
        }

        string? Checked(string name, Func<string?, bool> isValid, string rule)
        {
            var value = Value(name, MaxValue);
            if (value is not null && !isValid(value))
                errors.Add(new InputError(name, rule));
            return value;
        }
    }

    /// <summary>What a contribution is in any case found by, if all of this is true of it.</summary>
    internal IEnumerable<(string Term, bool IsPrefix)> Terms()
    {
        foreach (var (kind, value) in Facets())
            yield return (IndexTerms.Facet(kind, value), false);
        foreach (var term in Parts.SelectMany(IndexTerms.Of))
            yield return term;
    }

    private IEnumerable<(string Kind, string Value)> Facets()
    {
        if (Theme is not null)
            yield return (Facet.Theme, Theme);
        if (Question is { } question)
            yield return (Facet.Question, question.ToString(CultureInfo.InvariantCulture));
        if (Group is { } group)
            yield return (Facet.Group, Intake.Words.Of(group));
        if (Language is not null)
            yield return (Facet.Language, Language.ToLowerInvariant());
        if (Country is not null)
            yield return (Facet.Country, Country);
    }

    /// <summary>In quotes of any kind words follow each other; else a blank parts what is looked for.</summary>
    private static List<QueryPart> PartsOf(string text)
    {
        var parts = new List<QueryPart>();
        var pieces = text.Split('"', '“', '”', '„', '«', '»', '「', '」');
        for (var i = 0; i < pieces.Length; i++)
        {
            var isQuoted = i % 2 == 1;
            foreach (var piece in isQuoted ? [pieces[i]] : pieces[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                if (SearchWords.Of(piece) is { Count: > 0 } words)
                    parts.Add(new QueryPart(words, isQuoted));
            }
        }

        return parts;
    }
}

/// <summary>The kinds of what contributions are filtered by.</summary>
internal static class Facet
{
    public const string Theme = "theme";
    public const string Question = "question";
    public const string Group = "group";
    public const string Language = "language";
    public const string Country = "country";
}
