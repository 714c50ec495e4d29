using System.Globalization;
using System.Xml;

namespace Intake.Extract.Word;

/// <summary>What the styles of a Word document say of their paragraphs: heading, list item, in which list.</summary>
internal sealed class WordStyles
{
    /// <summary>Word itself stops at 4,079 styles.</summary>
    private const int Most = 5_000;

    /// <summary>Styles may be based on each other in a circle.</summary>
    private const int LongestChain = 12;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    /// <summary>The style of paragraphs that name none.</summary>
    private string _default = "";

    public static WordStyles None { get; } = new();

    public static WordStyles Read(XmlReader xml)
    {
        var styles = new WordStyles();
        var (id, style) = ("", new Style());
        while (styles._styles.Count < Most && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var value = xml.GetAttribute("val", xml.NamespaceURI) ?? "";
            switch (xml.LocalName)
            {
                case "style":
                    (id, style) = (xml.GetAttribute("styleId", xml.NamespaceURI) ?? "", new Style());
                    styles._styles[id] = style;
                    if (xml.GetAttribute("default", xml.NamespaceURI) is "1" or "true" or "on" && xml.GetAttribute("type", xml.NamespaceURI) == "paragraph")
                    {
                        styles._default = id;
                    }

                    break;
                case "name":
                    style.Name = value;
                    break;
                case "basedOn":
                    style.BasedOn = value;
                    break;
                case "outlineLvl" when int.TryParse(value, CultureInfo.InvariantCulture, out var level):
                    style.IsOutline = level is >= 0 and < 9;
                    break;
                case "numId":
                    style.List = value;
                    break;
                case "ilvl":
                    style.ListLevel = WordNumbering.Level(value);
                    break;
            }
        }

        return styles;
    }

    public bool IsHeading(string id) =>
        First(id, style => style.IsOutline ?? (IsHeadingName(style.Name) ? true : null)) ?? (_styles.Count == 0 && IsHeadingName(id));

    public bool IsListItem(string id) =>
        First<bool>(id, style => style.List is { } list ? list != "0" : style.Name.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? true : null) ?? false;

    /// <summary>The list that paragraphs of this style belong to.</summary>
    public ListReference List(string id) => new(Chain(id).Select(style => style.List).FirstOrDefault(list => list is not null), First(id, style => style.ListLevel));

    private static bool IsHeadingName(string name) =>
        name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase) || name.Equals("subtitle", StringComparison.OrdinalIgnoreCase)
        || (name.Length == 8 && name.StartsWith("Heading", StringComparison.Ordinal) && char.IsAsciiDigit(name[7]));

    private T? First<T>(string id, Func<Style, T?> select)
        where T : struct => Chain(id).Select(select).FirstOrDefault(value => value is not null);

    private IEnumerable<Style> Chain(string id)
    {
        id = id.Length == 0 ? _default : id;
        for (var i = 0; i < LongestChain && _styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private sealed class Style
    {
        public string Name { get; set; } = "";

        public string BasedOn { get; set; } = "";

        public bool? IsOutline { get; set; }

        public string? List { get; set; }

        public int? ListLevel { get; set; }
    }
}
