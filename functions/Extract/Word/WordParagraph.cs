namespace Intake.Extract.Word;

/// <summary>What is known of an open paragraph.</summary>
internal sealed class WordParagraph
{
    public string Style { get; set; } = "";

    public bool? IsHeading { get; set; }

    /// <summary>The list it names itself, over what its style says.</summary>
    public ListReference List { get; set; }

    /// <summary>Its end was deleted: the next paragraph goes on with it.</summary>
    public bool RunsOn { get; set; }

    /// <summary>Its end was inserted or deleted.</summary>
    public bool IsEndChanged { get; set; }

    /// <summary>Something in it was inserted or deleted.</summary>
    public bool IsChanged { get; set; }

    public WordFields Fields { get; } = new();

    /// <summary>Its list's number is still to be written, before its first text.</summary>
    public bool IsNumberDue { get; set; } = true;

    /// <summary>A note's reference was the last thing read.</summary>
    public bool IsAfterNote { get; set; }

    /// <summary>The last character read.</summary>
    public char Last { get; set; }

    /// <summary>Takes in one of the paragraph's own properties.</summary>
    public void Set(string property, string value)
    {
        switch (property)
        {
            case "pStyle":
                Style = value;
                break;
            case "numId":
                List = List with { Id = value };
                break;
            case "ilvl":
                List = List with { Level = WordNumbering.Level(value) };
                break;
            case "outlineLvl":
                IsHeading = value is not "9";
                break;
        }
    }

    public PassageKind Kind(WordStyles styles) =>
        IsHeading ?? styles.IsHeading(Style) ? PassageKind.Heading
        : List.Id is { } list ? (list == "0" ? PassageKind.Paragraph : PassageKind.ListItem)
        : styles.IsListItem(Style) ? PassageKind.ListItem
        : PassageKind.Paragraph;
}
