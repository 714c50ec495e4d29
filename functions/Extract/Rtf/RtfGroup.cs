namespace Intake.Extract.Rtf;

/// <summary>Where the text of a group goes.</summary>
internal enum RtfDestination
{
    Document,

    /// <summary>Nowhere: what is said about the document, pictures, what this reader does not know.</summary>
    Skipped,

    FontTable,
    StyleSheet,

    /// <summary>The number or sign in front of a list item, as the writing program computed it.</summary>
    ListMarker,

    /// <summary>A field's code: no text, but form fields are described in it.</summary>
    FieldCode,

    FormField,

    /// <summary>One of the choices of a form field.</summary>
    FormChoice,

    /// <summary>A piece of the HTML that the document was made from.</summary>
    Html,
}

/// <summary>What begins with a group and ends with it.</summary>
internal enum RtfScope
{
    None,
    ListMarker,
    Field,
    FormChoice,
    Margin,
    Note,
    TextBox,
}

/// <summary>
/// What is in force within a group; a group begins with what is in force around it, and what it changes ends with it.
/// </summary>
internal record struct RtfGroup
{
    public RtfGroup()
    {
    }

    public RtfDestination Destination { get; set; }

    public RtfScope Scope { get; set; }

    /// <summary><c>\*</c> was met: if the next word is not known, the group is to be skipped.</summary>
    public bool IsOptional { get; set; }

    /// <summary>The next group within this one says the same as the one after it, in fewer characters.</summary>
    public bool SkipsNext { get; set; }

    /// <summary>Number in the font table; -1 for the document's default.</summary>
    public int Font { get; set; } = -1;

    /// <summary>The font for right-to-left or East Asian text; -1 for the same one.</summary>
    public int OtherFont { get; set; } = -1;

    public bool UsesOtherFont { get; set; }

    /// <summary>Characters after a Unicode character that stand in for it in programs without Unicode.</summary>
    public int Substitutes { get; set; } = 1;

    public bool IsHidden { get; set; }

    public bool IsDeleted { get; set; }

    public bool IsInserted { get; set; }

    /// <summary>In a document made from HTML: only for programs that do not know about that.</summary>
    public bool IsNotHtml { get; set; }

    public int Style { get; set; }

    /// <summary>0 to 8 for headings, 9 for other text; null where the style says it.</summary>
    public int? OutlineLevel { get; set; }

    public bool IsListItem { get; set; }

    public bool IsInTable { get; set; }

    /// <summary>How many tables the paragraph is in, where the document says.</summary>
    public int? TableLevel { get; set; }

    /// <summary>Number in the font table; -1 for the document's default.</summary>
    public readonly int CurrentFont => UsesOtherFont && OtherFont >= 0 ? OtherFont : Font;

    /// <summary>What characters look like and what became of them, as it is where nothing is said.</summary>
    public void Plain()
    {
        (Font, OtherFont, UsesOtherFont) = (-1, -1, false);
        (IsHidden, IsDeleted, IsInserted) = (false, false, false);
    }

    /// <summary>What paragraphs are, as it is where nothing is said.</summary>
    public void PlainParagraph()
    {
        (Style, OutlineLevel, IsListItem) = (0, null, false);
        (IsInTable, TableLevel) = (false, null);
    }

    /// <summary>A word about what the paragraph is.</summary>
    /// <returns>Whether it is one.</returns>
    public bool Paragraph(string word, int parameter)
    {
        switch (word)
        {
            case "pard":
                PlainParagraph();
                break;
            case "s":
                Style = parameter;
                break;
            case "outlinelevel":
                OutlineLevel = parameter;
                break;
            case "ls":
                IsListItem = parameter != 0;
                break;
            case "intbl":
                IsInTable = true;
                break;
            case "itap":
                TableLevel = parameter;
                break;
            default:
                return false;
        }

        return true;
    }
}
