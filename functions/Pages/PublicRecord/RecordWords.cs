using Intake.Calls;
using Intake.Receive;
using Intake.Search;
using Microsoft.AspNetCore.Components;

namespace Intake.Pages.PublicRecord;

/// <summary>What pages say of a contribution.</summary>
internal static class RecordWords
{
    /// <summary>As the contributor asked to be named; null when nobody is.</summary>
    public static string? Contributor(Contributor? contributor) => contributor is null ? null
        : string.Join(", ", new[] { contributor.Name, contributor.Organisation }.Where(name => !string.IsNullOrEmpty(name))) is { Length: > 0 } names ? names : null;

    /// <summary>The key of a sentence on why there is no text; null when there is one.</summary>
    public static string? Why(Status status, Contributor? contributor) => status switch
    {
        Status.Withdrawn => "record.withdrawn",
        _ when contributor?.Publish == PublishAs.None => "record.withheld",
        Status.Received or Status.Extracted or Status.Phrased => "record.reading",
        Status.Failed => "record.failed",
        _ => null,
    };

    /// <summary>The attribute of a text in a language; none when it is not known.</summary>
    public static string? Lang(string language) => LanguageTag.Clean(language) is var tag && tag == LanguageTag.Unknown ? null : tag;

    public static string ThemeTitle(Call call, string theme) => call.Themes.FirstOrDefault(one => one.Id == theme)?.Title ?? theme;

    /// <summary>The piece of text with what was searched for marked in it.</summary>
    public static MarkupString Marked(Snippet snippet)
    {
        var (html, at) = (new System.Text.StringBuilder(), 0);
        foreach (var hit in snippet.Hits)
        {
            html.Append(RazorHtml.Encoder.Encode(snippet.Text[at..hit.Start]))
                .Append("<mark>").Append(RazorHtml.Encoder.Encode(snippet.Text[hit.Start..hit.End])).Append("</mark>");
            at = hit.End;
        }

        return new MarkupString(html.Append(RazorHtml.Encoder.Encode(snippet.Text[at..])).ToString());
    }
}
