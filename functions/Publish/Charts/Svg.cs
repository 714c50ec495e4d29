using System.Globalization;
using System.Net;
using System.Text;

namespace Intake.Publish;

/// <summary>
/// An SVG drawing that stands within a page, one line an element. It needs no style of the page: text is in the page's
/// colour and colours are chosen for light and dark paper alike (<see cref="Palette"/>). Units are CSS pixels.
/// </summary>
internal sealed class Svg
{
    /// <summary>Pixels of a letter's height; the least that stands anywhere is 12.</summary>
    public const int FontSize = 12;

    /// <summary>Pixels that a letter of Latin takes up on average; of Chinese, Japanese and Korean twice as many.</summary>
    private const double LetterWidth = 6.4;

    private readonly StringBuilder _svg = new();

    /// <param name="id">Unique in the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">The gist, for who does not see it; the numbers stand in the table.</param>
    public Svg(string id, double width, double height, string title, string description)
    {
        Id = id;
        _svg.Append($"""
            <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="{id}-title {id}-desc" viewBox="0 0 {Text(width)} {Text(height)}" width="{Text(width)}" height="{Text(height)}" direction="ltr" font-family="system-ui, 'Noto Sans', Arial, sans-serif" font-size="{FontSize}" fill="currentColor">
            <title id="{id}-title">{WebUtility.HtmlEncode(title)}</title>
            <desc id="{id}-desc">{WebUtility.HtmlEncode(description)}</desc>

            """.ReplaceLineEndings("\n"));
    }

    public string Id { get; }

    public Svg Raw(string element)
    {
        _svg.Append(element).Append('\n');
        return this;
    }

    /// <param name="title">Shown to who points at it.</param>
    public Svg Rectangle(double x, double y, double width, double height, string style, string? title = null) => Raw(
        $"<rect x=\"{Text(x)}\" y=\"{Text(y)}\" width=\"{Text(width)}\" height=\"{Text(height)}\" {style}"
        + (title is null ? "/>" : $"><title>{WebUtility.HtmlEncode(title)}</title></rect>"));

    public Svg Line(double x1, double y1, double x2, double y2, string style = "stroke=\"currentColor\" stroke-opacity=\".5\"") =>
        Raw($"<line x1=\"{Text(x1)}\" y1=\"{Text(y1)}\" x2=\"{Text(x2)}\" y2=\"{Text(y2)}\" {style}/>");

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>.</param>
    public Svg Label(double x, double y, string text, string anchor = "start", string style = "") => Raw(
        $"<text x=\"{Text(x)}\" y=\"{Text(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}{(style.Length == 0 ? "" : " " + style)}>{WebUtility.HtmlEncode(text)}</text>");

    public string End() => _svg.Append("</svg>").ToString();

    /// <summary>Cut to a width in pixels, with a sign that it is.</summary>
    public static string Fit(string text, double width)
    {
        var used = 0.0;
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            used += rune.Value >= 0x1100 ? 2 * LetterWidth : LetterWidth;
            if (used > width && text.Length - end > rune.Utf16SequenceLength)
                return text[..end].TrimEnd() + "…";
            end += rune.Utf16SequenceLength;
        }

        return text;
    }

    public static double Width(string text) => text.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 ? 2 * LetterWidth : LetterWidth);

    public static string Text(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.#", CultureInfo.InvariantCulture);
}
