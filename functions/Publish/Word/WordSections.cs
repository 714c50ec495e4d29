using DocumentFormat.OpenXml.Wordprocessing;

namespace Intake.Publish;

/// <summary>Pages: A4, upright or, for what is wide, across. Sizes in twentieths of a point.</summary>
internal static class WordSections
{
    public const string HeaderId = "rId4";
    public const string FooterId = "rId5";

    /// <summary>Of the text on an upright page.</summary>
    public const int TextWidth = Short - 2 * Margin;

    /// <summary>Of the text on a page across.</summary>
    public const int WideTextWidth = Long - 2 * Margin;

    private const int Short = 11906;
    private const int Long = 16838;
    private const int Margin = 1134;

    public static SectionProperties Of(bool isWide, bool isFirst) => new(
    [
        new HeaderReference { Type = HeaderFooterValues.Default, Id = HeaderId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
        new SectionType { Val = SectionMarkValues.NextPage },
        isWide
            ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = Short, Height = Long },
        new PageMargin { Top = 1418, Bottom = 1247, Left = Margin, Right = Margin, Header = 680, Footer = 567, Gutter = 0 },
        .. isFirst ? [new TitlePage()] : Array.Empty<TitlePage>(),
    ]);

    /// <summary>Ends the pages up to here.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Paragraph Break(bool isWide, bool isFirst) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = "Break" }, Of(isWide, isFirst)));
}
