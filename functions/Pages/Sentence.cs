using System.Text;
using Microsoft.AspNetCore.Components;

namespace Intake.Pages;

/// <summary>Fills the words in braces of a sentence.</summary>
internal static class Sentence
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>As HTML. What is filled in may run the other way than the sentence, so it is set apart by <c>bdi</c>.</summary>
    public static MarkupString Html(string sentence, params ReadOnlySpan<(string Word, object Value)> values) =>
        new(Fill(sentence, values, RazorHtml.Encoder.Encode, static value => value is MarkupString markup
            ? markup.Value
            : $"<bdi>{RazorHtml.Encoder.Encode(value.ToString() ?? "")}</bdi>"));

    /// <summary>As text, for titles and attributes; what is filled in is set apart by signs nobody sees.</summary>
    public static string Text(string sentence, params ReadOnlySpan<(string Word, object Value)> values) =>
        Fill(sentence, values, static text => text, static value => $"{FirstStrongIsolate}{value}{PopIsolate}");

    private static string Fill(
        string sentence, ReadOnlySpan<(string Word, object Value)> values, Func<string, string> text, Func<object, string> filled)
    {
        var line = new StringBuilder();
        var at = 0;
        while (sentence.IndexOf('{', at) is >= 0 and var open && sentence.IndexOf('}', open) is > 0 and var close)
        {
            line.Append(text(sentence[at..open])).Append(filled(Value(sentence[(open + 1)..close], values)));
            at = close + 1;
        }

        return line.Append(text(sentence[at..])).ToString();
    }

    private static object Value(string word, ReadOnlySpan<(string Word, object Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == word)
                return value;
        }

        throw new ArgumentException($"The sentence has a word {{{word}}} that nothing is given for.", nameof(values));
    }
}
