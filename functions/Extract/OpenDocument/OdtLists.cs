using System.Text;
using Intake.Extract.Numbering;

namespace Intake.Extract.OpenDocument;

/// <summary>Counts the items of an OpenDocument text's lists and writes their numbers.</summary>
internal sealed class OdtLists(OdtStyles styles)
{
    /// <summary>Lists whose last numbers are remembered, because a later list may continue them.</summary>
    private const int MostRemembered = 10_000;

    private readonly Stack<OpenList> _open = [];
    private readonly Dictionary<string, int?[]> _counters = new(StringComparer.Ordinal);
    private readonly int?[] _headings = new int?[OdtStyles.Levels];

    /// <summary>What is read now is an item of a list.</summary>
    public bool InItem => _open.TryPeek(out var list) && list.IsInItem;

    public void BeginList(string id, string style, bool continues, string continuedList)
    {
        if (_open.TryPeek(out var outer))
        {
            _open.Push(new(outer.Counters, style.Length > 0 ? style : outer.Style, Math.Min(outer.Level + 1, OdtStyles.Levels - 1)));
            return;
        }

        var counters = (continuedList.Length > 0 ? _counters.GetValueOrDefault("#" + continuedList) : null)
            ?? (continues ? _counters.GetValueOrDefault(style) : null) ?? new int?[OdtStyles.Levels];
        if (_counters.Count < MostRemembered)
        {
            _counters[style] = counters;
            _counters["#" + id] = counters;
        }

        _open.Push(new(counters, style, 0));
    }

    public void EndList() => _open.TryPop(out _);

    public void BeginItem(string start, bool isHeader)
    {
        if (_open.TryPeek(out var list))
        {
            (list.IsInItem, list.IsNumberDue, list.ItemStart) = (true, !isHeader, start);
        }
    }

    public void EndItem()
    {
        if (_open.TryPeek(out var list))
        {
            list.IsInItem = false;
        }
    }

    /// <summary>
    /// The number of the item in hand, once: it stands before the first of its paragraphs. An item that only holds another
    /// list is not counted.
    /// </summary>
    public string TakeNumber()
    {
        if (!_open.TryPeek(out var list) || !list.IsInItem || !list.IsNumberDue)
        {
            return "";
        }

        list.IsNumberDue = false;
        return Count(list.Counters, list.Style, list.Level, list.ItemStart);
    }

    /// <summary>The number of a heading.</summary>
    public string Heading(int level, string start, bool restarts)
    {
        if (restarts)
        {
            _headings[level] = null;
        }

        return Count(_headings, OdtStyles.Outline, level, start);
    }

    private string Count(int?[] counters, string style, int level, string start)
    {
        int First(int at) => styles[style, at]?.Start ?? 1;
        counters[level] = start.Length > 0 ? OdtStyles.Number(start, 1) : counters[level] is { } last ? last + 1 : First(level);
        Array.Clear(counters, level + 1, counters.Length - level - 1);
        if (styles[style, level] is not { Format: not "none" } definition)
        {
            return "";
        }

        var written = new StringBuilder(definition.Prefix);
        for (var at = level - definition.Shown + 1; at <= level; at++)
        {
            var format = styles[style, at]?.Format;
            if (format is not (null or "none"))
            {
                written.Append(Numeral.Write(counters[at] ??= First(at), format)).Append(at < level ? "." : "");
            }
        }

        return written.Append(definition.Suffix).ToString().Trim();
    }

    private sealed class OpenList(int?[] counters, string style, int level)
    {
        public int?[] Counters { get; } = counters;

        public string Style { get; } = style;

        public int Level { get; } = level;

        public bool IsInItem { get; set; }

        public bool IsNumberDue { get; set; }

        /// <summary>The number that the item states itself.</summary>
        public string ItemStart { get; set; } = "";
    }
}
