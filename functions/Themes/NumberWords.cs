using System.Collections.Frozen;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>Numbers in words, to twenty and, put together, to ninety-nine; folded.</summary>
internal static class NumberWords
{
    // What stands on one line is the same number, from 1.
    private const string Counted = """
        one un une uno una um uma ein eins eine один واحد واحده
        two deux dos dois duas zwei два две اثنان اثنين
        three trois tres drei tre три ثلاثه ثلاث
        four quatre cuatro quatro vier четыре اربعه اربع
        five cinq cinco funf cinque пять خمسه خمس
        six seis sechs sei шесть سته ست
        seven sept siete sete sieben sette семь سبعه سبع
        eight huit ocho oito acht otto восемь ثمانيه ثماني
        nine neuf nueve nove neun девять تسعه تسع
        ten dix diez dez zehn dieci десять عشره
        eleven onze once elf одиннадцать
        twelve douze doce doze zwolf двенадцать
        thirteen treize trece treze dreizehn тринадцать
        fourteen quatorze catorce catorze vierzehn четырнадцать
        fifteen quinze quince funfzehn пятнадцать
        sixteen seize dieciseis dezesseis sechzehn шестнадцать
        seventeen diecisiete dezessete siebzehn семнадцать
        eighteen dieciocho dezoito achtzehn восемнадцать
        nineteen diecinueve dezenove neunzehn девятнадцать
        twenty vingt veinte vinte zwanzig двадцать عشرون عشرين
        """;

    // These stand before their noun only.
    private const string Before = """
        first erste ersten erster
        second zweite zweiten zweiter
        third dritte dritten dritter
        fourth vierte vierten vierter
        fifth funfte funften funfter
        sixth sechste sechsten sechster
        seventh siebte siebten siebter
        eighth achte achten achter
        ninth neunte neunten neunter
        tenth zehnte zehnten zehnter
        eleventh elfte elften elfter
        twelfth zwolfte zwolften zwolfter
        thirteenth
        fourteenth
        fifteenth
        sixteenth
        seventeenth
        eighteenth
        nineteenth
        twentieth
        """;

    // These stand before or after it.
    private const string BeforeOrAfter = """
        premiere primera primeira prima الاول اولي الاولي والاول
        deuxieme seconde segunda seconda الثاني والثاني
        troisieme tercera terceira terza الثالث والثالث
        quatrieme cuarta quarta الرابع والرابع
        cinquieme quinta الخامس والخامس
        sixieme sexta sesta السادس والسادس
        septieme septima setima settima السابع والسابع
        huitieme octava oitava ottava الثامن والثامن
        neuvieme novena nona التاسع والتاسع
        dixieme decima العاشر والعاشر
        onzieme undecima
        douzieme duodecima
        treizieme
        quatorzieme
        quinzieme
        seizieme
        """;

    private static readonly string[] RussianStems =
    [
        "перв", "втор", "трет", "четверт", "пят", "шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат",
    ];

    private static readonly string[] RussianEndings =
        ["ый", "ой", "ого", "ому", "ым", "ом", "ые", "ых", "ыми", "ий", "ьего", "ьему", "ьим", "ьем"];

    public static readonly FrozenDictionary<string, int> Cardinals = Of(Counted).ToFrozenDictionary();

    public static readonly FrozenDictionary<string, int> AfterNoun = Of(BeforeOrAfter).Concat(Russian())
        .Append(new("حادي", 1)).Append(new("الحادي", 1)).ToFrozenDictionary();

    public static readonly FrozenDictionary<string, int> BeforeNoun = Of(Before).Concat(AfterNoun).ToFrozenDictionary();

    public static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["vingt"] = 20,
        ["trente"] = 30,
        ["treinta"] = 30,
        ["vinte"] = 20,
        ["trinta"] = 30,
        ["двадцать"] = 20,
        ["тридцать"] = 30,
    }.ToFrozenDictionary();

    /// <summary>I to XX, or -1. Capitals only: "ii" and "mix" are words too.</summary>
    public static int Roman(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > 6)
        {
            return -1;
        }

        var (sum, before) = (0, 0);
        foreach (var c in word)
        {
            var value = c switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };
            sum += value > before ? value - 2 * before : value;
            before = value;
            if (value == 0)
            {
                return -1;
            }
        }

        return sum;
    }

    private static IEnumerable<KeyValuePair<string, int>> Of(string lines) => lines
        .Split('\n')
        .SelectMany((line, index) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => new KeyValuePair<string, int>(Fold.Word(word), index + 1)));

    private static IEnumerable<KeyValuePair<string, int>> Russian() => RussianStems
        .SelectMany((stem, index) => RussianEndings.Select(ending => new KeyValuePair<string, int>(stem + ending, index + 1)));
}
