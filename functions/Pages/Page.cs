using System.Globalization;
using Intake.Calls;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Intake.Pages;

/// <summary>What every page knows of the request it answers: its language, where it is, what time it is.</summary>
public sealed class Page
{
    private readonly QueryString _query;
    private readonly bool _carriesLanguage;

    public Page(HttpRequest request, DateTimeOffset now)
        : this(request, now, PageLanguage.Find(request.Query[PageLanguage.Parameter]))
    {
    }

    private Page(HttpRequest request, DateTimeOffset now, PageLanguage? chosen)
    {
        Request = request;
        Now = now;
        Chosen = chosen;
        Language = chosen ?? PageLanguage.Of(request);
        Texts = PageTexts.Of(Language);
        Path = request.Path.HasValue ? request.Path.Value! : "/";
        _query = request.QueryString;

        // Once the cookie has come back, addresses need not carry the choice any more; without cookies they always do.
        _carriesLanguage = Chosen is not null && request.Cookies[PageLanguage.Parameter] != Chosen.Code;
    }

    public HttpRequest Request { get; }

    public DateTimeOffset Now { get; }

    public PageLanguage Language { get; }

    public PageTexts Texts { get; }

    /// <summary>The language that this request asks to be remembered.</summary>
    public PageLanguage? Chosen { get; }

    public string Path { get; }

    /// <summary>A sentence without anything to fill in.</summary>
    public string this[string key] => Texts[key];

    /// <summary>A sentence as HTML, what is filled in encoded and set apart.</summary>
    public MarkupString Html(string key, params ReadOnlySpan<(string Word, object Value)> values) => Sentence.Html(Texts[key], values);

    /// <summary>A sentence as text, for titles and attributes.</summary>
    public string Text(string key, params ReadOnlySpan<(string Word, object Value)> values) => Sentence.Text(Texts[key], values);

    /// <summary>The same in another language, which is to be remembered: it was chosen in a form.</summary>
    public Page In(PageLanguage language) => new(Request, Now, language);

    /// <summary>An address of ours to link to: it carries the language for those without cookies.</summary>
    /// <param name="path">Begins with a slash; may have a query and a fragment.</param>
    public string Link(string path)
    {
        if (!_carriesLanguage)
            return path;
        var fragment = path.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? path[at..] : "";
        return QueryHelpers.AddQueryString(path[..^fragment.Length], PageLanguage.Parameter, Chosen!.Code) + fragment;
    }

    /// <summary>This page with one parameter of its address set; null removes it.</summary>
    public string Here(string parameter, string? value)
    {
        var query = QueryHelpers.ParseQuery(_query.Value);
        query.Remove(parameter);
        if (value is not null)
            query[parameter] = value;
        return QueryHelpers.AddQueryString(Path, query);
    }

    public string Number(long number) => Texts.Formats.Number(number);

    /// <summary>A moment in a call's time zone, as people of the page's language write it, for machines as well.</summary>
    public MarkupString Time(DateTimeOffset moment, Call call) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"<time datetime=\"{moment.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\">{Sentence.Html(Texts.Formats.At(moment, call.TimeZone))}</time>"));

    /// <summary>Days of the calendar from now to a moment, in the call's time zone; 0 on the day itself.</summary>
    public int DaysUntil(DateTimeOffset moment, Call call)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(call.TimeZone);
        return (TimeZoneInfo.ConvertTime(moment, zone).Date - TimeZoneInfo.ConvertTime(Now, zone).Date).Days;
    }
}
