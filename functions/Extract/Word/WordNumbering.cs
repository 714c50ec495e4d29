using System.Globalization;
using System.Xml;

namespace Intake.Extract.Word;

/// <summary>
/// The list definitions of a Word document (ECMA-376, part 1, 17.9): abstract definitions with nine levels each, and the
/// numbered instances of them that paragraphs name, which may override levels and starts.
/// </summary>
internal sealed class WordNumbering
{
    public const int Levels = 9;

    /// <summary>Word itself stops at 2,000 lists.</summary>
    private const int Most = 20_000;

    private readonly Dictionary<string, AbstractList> _abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListInstance> _instances = new(StringComparer.Ordinal);

    public static WordNumbering None { get; } = new();

    public static WordNumbering Read(XmlReader xml)
    {
        var numbering = new WordNumbering();
        var abstractList = new AbstractList();
        var instance = new ListInstance();
        var level = new ListLevel();
        var overridden = 0;
        while (numbering._abstracts.Count < Most && numbering._instances.Count < Most && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var value = xml.GetAttribute("val", xml.NamespaceURI) ?? "";
            switch (xml.LocalName)
            {
                case "abstractNum":
                    abstractList = new();
                    numbering._abstracts[xml.GetAttribute("abstractNumId", xml.NamespaceURI) ?? ""] = abstractList;
                    instance = new();
                    break;
                case "num":
                    instance = new();
                    numbering._instances[xml.GetAttribute("numId", xml.NamespaceURI) ?? ""] = instance;
                    abstractList = new();
                    break;
                case "lvl":
                    level = new();
                    var ilvl = Level(xml.GetAttribute("ilvl", xml.NamespaceURI));
                    abstractList.Levels[ilvl] = level;
                    instance.Overrides[ilvl] = level;
                    break;
                case "abstractNumId":
                    instance.Abstract = value;
                    break;
                case "numStyleLink":
                    abstractList.Style = value;
                    break;
                case "lvlOverride":
                    overridden = Level(xml.GetAttribute("ilvl", xml.NamespaceURI));
                    break;
                case "startOverride":
                    instance.Starts[overridden] = Number(value, 1);
                    break;
                case "start":
                    level.Start = Number(value, 1);
                    break;
                case "numFmt":
                    level.Format = value;
                    break;
                case "lvlText":
                    level.Text = value.Length > ListLevel.LongestText ? value[..ListLevel.LongestText] : value;
                    break;
                case "lvlRestart":
                    level.RestartAfter = Number(value, 0);
                    break;
                case "isLgl":
                    level.IsLegal = value is not ("0" or "false");
                    break;
                case "pStyle":
                    level.Style = value;
                    break;
            }
        }

        return numbering;
    }

    /// <summary>The list a paragraph names by its <c>numId</c>; null when there is none.</summary>
    public ListInstance? Instance(string numId) => _instances.GetValueOrDefault(numId);

    /// <summary>The abstract list behind an instance; one that only names a style is found by way of it.</summary>
    public AbstractList? Abstract(ListInstance instance, WordStyles styles)
    {
        var found = _abstracts.GetValueOrDefault(instance.Abstract);
        return found is { Style.Length: > 0 } && styles.List(found.Style) is { Id: { } id } && Instance(id) is { } linked
            ? _abstracts.GetValueOrDefault(linked.Abstract)
            : found;
    }

    public static int Level(string? text) => Math.Clamp(Number(text, 0), 0, Levels - 1);

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 32_767) : otherwise;
}

/// <summary>One abstract list, and how far its numbers have come.</summary>
internal sealed class AbstractList
{
    public ListLevel?[] Levels { get; } = new ListLevel?[WordNumbering.Levels];

    /// <summary>The numbering style that defines it instead.</summary>
    public string Style { get; set; } = "";

    /// <summary>The last number on each level; null when the next item there is the first.</summary>
    public int?[] Counters { get; } = new int?[WordNumbering.Levels];
}

/// <summary>What paragraphs name: an abstract list with overrides.</summary>
internal sealed class ListInstance
{
    public string Abstract { get; set; } = "";

    public ListLevel?[] Overrides { get; } = new ListLevel?[WordNumbering.Levels];

    public int?[] Starts { get; } = new int?[WordNumbering.Levels];

    /// <summary>Its overridden starts hold from its first item on.</summary>
    public bool IsUsed { get; set; }
}

/// <summary>How items on one level are numbered.</summary>
internal sealed class ListLevel
{
    /// <summary>UTF-16 units of a level's text: "%1.%2.%3." is usual.</summary>
    public const int LongestText = 100;

    public int Start { get; set; } = 1;

    public string Format { get; set; } = "decimal";

    /// <summary>The number's text, with %1 to %9 for the numbers of the levels.</summary>
    public string Text { get; set; } = "";

    /// <summary>The level, from 1, whose items start this one anew; 0 for never, null for any higher one.</summary>
    public int? RestartAfter { get; set; }

    /// <summary>All numbers in digits.</summary>
    public bool IsLegal { get; set; }

    /// <summary>The paragraph style that stands for this level.</summary>
    public string Style { get; set; } = "";
}
