using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace Intake.Extract.Html;

/// <summary>The attributes of an element that matter to its text.</summary>
internal sealed class HtmlAttributes
{
    private static readonly HtmlAttributes None = new();

    private string _style = "";

    public bool IsHidden { get; private set; }

    public bool IsOpen { get; private set; }

    public bool IsReversed { get; private set; }

    /// <summary>A choice of a form was made.</summary>
    public bool IsChosen { get; private set; }

    public string Type { get; private set; } = "";

    public string Value { get; private set; } = "";

    public int? Start { get; private set; }

    public int? Number => Integer(Value);

    public bool IsPreformatted => _style.Contains("white-space:pre", StringComparison.Ordinal) || _style.Contains("white-space:break-spaces", StringComparison.Ordinal);

    /// <summary>A paragraph that Word wrote as a list item.</summary>
    public bool IsWordItem => _style.Contains("mso-list:l", StringComparison.Ordinal);

    /// <summary>The number or sign that Word wrote in front of an item.</summary>
    public bool IsWordSign => _style.Contains("mso-list:ignore", StringComparison.Ordinal);

    /// <summary>How a list counts, as style sheets name it; empty if it is not said.</summary>
    public string Counting => Property("list-style-type:") is { Length: > 0 } type ? type : Property("list-style:");

    /// <summary>Whether the tokenizer is to keep an attribute at all.</summary>
    public static bool IsRead(ReadOnlySpan<char> name) =>
        name is "hidden" or "style" or "open" or "start" or "reversed" or "type" or "value" or "checked" or "selected";

    public static HtmlAttributes Of(HtmlTagToken tag)
    {
        if (tag.Attributes.Count == 0)
        {
            return None;
        }

        var read = new HtmlAttributes();
        foreach (var attribute in tag.Attributes)
        {
            read.Read(attribute.Name, attribute.Value ?? "");
        }

        return read;
    }

    private void Read(string name, string value)
    {
        switch (name)
        {
            case "hidden":
                IsHidden = true;
                break;
            case "style":
                _style = string.Concat(value.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();
                IsHidden |= _style.Contains("display:none", StringComparison.Ordinal) || _style.Contains("visibility:hidden", StringComparison.Ordinal);
                break;
            case "open":
                IsOpen = true;
                break;
            case "reversed":
                IsReversed = true;
                break;
            case "checked" or "selected":
                IsChosen = true;
                break;
            case "start":
                Start = Integer(value);
                break;
            case "type":
                Type = value.Trim();
                break;
            case "value":
                Value = value;
                break;
        }
    }

    private static int? Integer(string value) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string Property(string name)
    {
        var at = _style.IndexOf(name, StringComparison.Ordinal);
        return at < 0 ? "" : _style[(at + name.Length)..].Split(';', 2)[0];
    }
}
