using System.Text;
using Intake.Extract.Numbering;

namespace Intake.Extract.Word;

/// <summary>Counts the items of a Word document's lists and writes their numbers, as Word shows them.</summary>
internal sealed class WordLists(WordNumbering numbering, WordStyles styles)
{
    /// <summary>Counts one item.</summary>
    /// <param name="own">What the paragraph itself says of its list.</param>
    /// <param name="style">Its style, which may say the rest.</param>
    /// <returns>Its number, such as "3." or "(a)"; empty for a bullet or no list.</returns>
    public string Next(ListReference own, string style)
    {
        var styled = styles.List(style);
        var id = own.Id ?? styled.Id;
        if (id is null or "0" || numbering.Instance(id) is not { } instance || numbering.Abstract(instance, styles) is not { } list)
        {
            return "";
        }

        var level = own.Level ?? (own.Id is null ? LevelOfStyle(list, style) ?? styled.Level : null) ?? 0;
        Count(list, instance, level);
        return Write(list, instance, level);
    }

    private static ListLevel? Definition(AbstractList list, ListInstance instance, int level) => instance.Overrides[level] ?? list.Levels[level];

    private static int? LevelOfStyle(AbstractList list, string style)
    {
        var at = style.Length == 0 ? -1 : Array.FindIndex(list.Levels, level => level?.Style == style);
        return at < 0 ? null : at;
    }

    private static void Count(AbstractList list, ListInstance instance, int level)
    {
        if (!instance.IsUsed)
        {
            instance.IsUsed = true;
            for (var i = 0; i < instance.Starts.Length; i++)
            {
                list.Counters[i] = instance.Starts[i] is null ? list.Counters[i] : null;
            }
        }

        list.Counters[level] = list.Counters[level] is { } last ? last + 1 : Start(level);
        for (var i = 0; i < list.Counters.Length; i++)
        {
            if (i < level)
            {
                // The first item of all may stand on a lower level.
                list.Counters[i] ??= Start(i);
            }
            else if (i > level && (Definition(list, instance, i)?.RestartAfter is not { } after || level < after))
            {
                list.Counters[i] = null;
            }
        }

        int Start(int at) => instance.Starts[at] ?? Definition(list, instance, at)?.Start ?? 1;
    }

    private static string Write(AbstractList list, ListInstance instance, int level)
    {
        if (Definition(list, instance, level) is not { } definition || definition.Format == "bullet")
        {
            return "";
        }

        var text = definition.Text;
        var written = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 1 < text.Length && text[i + 1] is >= '1' and <= '9')
            {
                var at = text[++i] - '1';
                var format = Definition(list, instance, at)?.Format ?? "decimal";
                written.Append(Numeral.Write(list.Counters[at] ?? 0, definition.IsLegal && format != "none" ? "decimal" : format));
            }
            else
            {
                written.Append(text[i]);
            }
        }

        return written.ToString().Trim();
    }
}

/// <summary>The list a paragraph or a style belongs to; null for what is not said, id "0" for none.</summary>
internal readonly record struct ListReference(string? Id, int? Level);
