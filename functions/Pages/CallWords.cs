using System.Globalization;
using Intake.Calls;
using Microsoft.AspNetCore.Components;

namespace Intake.Pages;

/// <summary>What pages say of a call.</summary>
internal static class CallWords
{
    /// <summary>The language its own words are in: the first of those its working group reads.</summary>
    public static string Language(Call call) => LanguageTag.Clean(call.Languages.Count > 0 ? call.Languages[0] : null) is var tag && tag == LanguageTag.Unknown ? "" : tag;

    /// <summary>Whether a contribution would be taken now, late or not.</summary>
    public static bool TakesContributions(Call call, DateTimeOffset now) =>
        now >= call.Opens && (now < call.Closes || call.Rules.Late == LateRule.Accept);

    /// <summary>The call's page as a step of the way to those below it.</summary>
    public static (string Title, string Path) Step(Call call) => (call.Title, $"/calls/{call.Id}");

    /// <summary>Each language by the name its speakers give it, marked as in that language.</summary>
    public static MarkupString Languages(Call call) => new(string.Join(" · ", call.Languages.Where(LanguageTag.IsValid).Select(tag =>
        string.Create(CultureInfo.InvariantCulture, $"<bdi lang=\"{tag}\">{Sentence.Html(Autonyms.Name(tag))}</bdi>"))));
}
