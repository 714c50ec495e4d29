using System.Globalization;
using System.Xml;
using Intake.Extract.Numbering;

namespace Intake.Extract.OpenDocument;

/// <summary>What the styles of an OpenDocument text say (ODF 1.3, part 3, chapter 16): how lists are numbered, what is a heading.</summary>
internal sealed class OdtStyles
{
    public const int Levels = 10;

    /// <summary>The style of numbered headings, which has no name.</summary>
    public const string Outline = "\0outline";

    private const int Most = 20_000;

    /// <summary>Styles may be based on each other in a circle.</summary>
    private const int LongestChain = 12;

    private readonly Dictionary<string, OdtListLevel?[]> _styles = new(StringComparer.Ordinal);

    /// <summary>The style that a style is based on.</summary>
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);

    private OdtListLevel?[] _open = new OdtListLevel?[Levels];

    /// <summary>Takes in one element of a style sheet.</summary>
    public void Take(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "style" when _parents.Count < Most:
                _parents[Attribute(xml, "name")] = Attribute(xml, "parent-style-name");
                break;
            case "list-style" or "outline-style" when _styles.Count < Most:
                _open = new OdtListLevel?[Levels];
                _styles[xml.LocalName == "outline-style" ? Outline : Attribute(xml, "name")] = _open;
                break;
            case "list-level-style-number" or "outline-level-style":
                var level = Level(Attribute(xml, "level"));
                _open[level] = new(
                    Format(Attribute(xml, "num-format")), Short(Attribute(xml, "num-prefix")), Short(Attribute(xml, "num-suffix")),
                    Math.Clamp(Number(Attribute(xml, "display-levels"), 1), 1, level + 1), Number(Attribute(xml, "start-value"), 1));
                break;
            case "list-level-style-bullet" or "list-level-style-image":
                _open[Level(Attribute(xml, "level"))] = null;
                break;
        }
    }

    /// <summary>Whether paragraphs of this style are headings, by the names that every language of the program writes.</summary>
    public bool IsHeading(string style)
    {
        for (var i = 0; i < LongestChain && style.Length > 0; i++)
        {
            if (style is "Title" or "Subtitle" || style.StartsWith("Heading", StringComparison.Ordinal))
            {
                return true;
            }

            style = _parents.GetValueOrDefault(style, "");
        }

        return false;
    }

    /// <summary>How a level of a list is numbered; null when it is not.</summary>
    public OdtListLevel? this[string style, int level] => _styles.TryGetValue(style, out var levels) ? levels[level] : null;

    /// <returns>Levels count from 1 in the file, from 0 here.</returns>
    public static int Level(string text) => Math.Clamp(Number(text, 1), 1, Levels) - 1;

    public static int Number(string text, int otherwise) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 0, 32_767) : otherwise;

    /// <summary>An attribute by its local name: those of one element do not clash.</summary>
    public static string Attribute(XmlReader xml, string name)
    {
        var value = "";
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName == name)
            {
                value = xml.Value;
                break;
            }
        }

        xml.MoveToElement();
        return value;
    }

    private static string Short(string text) => text.Length > 20 ? text[..20] : text;

    private static string Format(string format) => format switch
    {
        "" => "none",
        "a" => "lowerLetter",
        "A" => "upperLetter",
        "i" => "lowerRoman",
        "I" => "upperRoman",
        "1st" => "ordinal",
        "一, 二, 三, ..." => "chineseCounting",
        "أ, ب, ت, ..." => "arabicAlpha",
        "А, Б, .., Аа, Аб, ... (ru)" => "russianUpper",
        "а, б, .., аа, аб, ... (ru)" => "russianLower",
        _ => "decimal",
    };
}

/// <summary>How items on one level are numbered.</summary>
/// <param name="Format">One of the formats of <see cref="Numeral"/>.</param>
/// <param name="Prefix">What stands before the number.</param>
/// <param name="Suffix">What stands after it.</param>
/// <param name="Shown">Levels whose numbers are shown, this one and those above it.</param>
/// <param name="Start">The first number.</param>
internal sealed record OdtListLevel(string Format, string Prefix, string Suffix, int Shown, int Start);
