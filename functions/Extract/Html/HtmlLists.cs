using System.Globalization;
using Intake.Extract.Numbering;

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
        "a" or "lower-alpha" or "lower-latin" => $"{Letters(number)}.",
        "A" or "upper-alpha" or "upper-latin" => $"{Letters(number).ToUpperInvariant()}.",
        "i" or "lower-roman" => $"{Numeral.Write(number, "lowerRoman")}.",
        "I" or "upper-roman" => $"{Numeral.Write(number, "upperRoman")}.",
        "disc" or "circle" or "square" or "none" or "nonenone" => "",
        _ => FormattableString.Invariant($"{number}."),
    };

    /// <summary>z is followed by aa and ab, other than in word processors.</summary>
    private static string Letters(int number)
    {
        var letters = number < 1 ? number.ToString(CultureInfo.InvariantCulture) : "";
        for (; number > 0; number = (number - 1) / 26)
        {
            letters = (char)('a' + ((number - 1) % 26)) + letters;
        }

        return letters;
    }

    private sealed class List(string counting, int step)
    {
        public string Counting => counting;

        public int Step => step;

        public int? Next { get; set; }
    }
}
