namespace Intake.Extract.Html;

/// <summary>The lists that are open, and the numbers of their items as a browser writes them.</summary>
internal sealed class HtmlLists
{
    private readonly Stack<List> _open = [];

    public void Begin(string name, HtmlAttributes attributes) => _open.Push(new(
        attributes.Counting is { Length: > 0 } counting ? counting : name == "ol" ? attributes.Type : "disc",
        attributes.IsReversed ? -1 : 1)
    {
        // A list that counts down ends with 1; where it begins is known only at its end.
        Next = attributes.Start ?? (attributes.IsReversed ? null : 1),
    });

    public void End() => _open.TryPop(out _);

    /// <returns>What is written in front of the next item; empty for a bullet.</returns>
    public string Number(HtmlAttributes item)
    {
        if (!_open.TryPeek(out var list))
        {
            return "";
        }

        var number = item.Number ?? list.Next;
        list.Next = number + list.Step;
        return number is { } n ? Written(n, item.Type.Length > 0 ? item.Type : list.Counting) : "";
    }

    private static string Written(int number, string counting) => counting switch
    {
        "a" or "lower-alpha" or "lower-latin" => $"{Numerals.Letters(number)}.",
        "A" or "upper-alpha" or "upper-latin" => $"{Numerals.Letters(number).ToUpperInvariant()}.",
        "i" or "lower-roman" => $"{Numerals.Roman(number)}.",
        "I" or "upper-roman" => $"{Numerals.Roman(number).ToUpperInvariant()}.",
        "disc" or "circle" or "square" or "none" or "nonenone" => "",
        _ => FormattableString.Invariant($"{number}."),
    };

    private sealed class List(string counting, int step)
    {
        public string Counting => counting;

        public int Step => step;

        public int? Next { get; set; }
    }
}
