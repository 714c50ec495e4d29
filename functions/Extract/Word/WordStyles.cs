using System.Globalization;
using System.Xml;

namespace Intake.Extract.Word;

/// <summary>What the paragraph styles of a Word document say: heading or list item.</summary>
internal sealed class WordStyles
{
    /// <summary>Word itself stops at 4,079 styles.</summary>
    private const int Most = 5_000;

    /// <summary>Styles may be based on each other in a circle.</summary>
    private const int LongestChain = 12;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);

    public static WordStyles None { get; } = new();

    public static WordStyles Read(XmlReader xml, int maxDepth)
    {
        var styles = new WordStyles();
        var (id, style) = ("", new Style());
        while (xml.ReadWithin(maxDepth) && styles._styles.Count < Most)
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
                    style.IsNumbered = value != "0";
                    break;
            }
        }

        return styles;
    }

    public bool IsHeading(string id) => Chain(id).Select(style => style.IsOutline ?? (IsHeadingName(style.Name) ? true : null)).FirstOrDefault(is_ => is_ is not null) ?? false;

    public bool IsListItem(string id) => Chain(id).Select(style => style.IsNumbered ?? (style.Name.StartsWith("List", StringComparison.OrdinalIgnoreCase) ? true : null)).FirstOrDefault(is_ => is_ is not null) ?? false;

    private static bool IsHeadingName(string name) =>
        name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.Equals("title", StringComparison.OrdinalIgnoreCase) || name.Equals("subtitle", StringComparison.OrdinalIgnoreCase);

    private IEnumerable<Style> Chain(string id)
    {
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

        public bool? IsNumbered { get; set; }
    }
}
