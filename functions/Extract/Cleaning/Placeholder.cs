using System.Buffers;
using System.Text.RegularExpressions;

namespace Intake.Extract.Cleaning;

/// <summary>
/// Whether a passage says that something is still to be written: "(to be complemented)", "[paragraph on financing]". A passage
/// that says enough besides is what it says.
/// </summary>
internal static partial class Placeholder
{
    /// <summary>UTF-16 units beside the placeholder; with more the passage is a text with a gap.</summary>
    private const int Enough = 150;

    /// <summary>UTF-16 units between brackets.</summary>
    private const int Longest = 220;

    private const string Opening = "([{<（【";
    private const string Closing = ")]}>）】";

    private static readonly SearchValues<char> Brackets = SearchValues.Create(Opening);

    public static bool Is(ReadOnlySpan<char> passage) =>
        passage.Length <= Enough + Longest && (Filling().IsMatch(passage) || IsInBrackets(passage));

    private static bool IsInBrackets(ReadOnlySpan<char> passage)
    {
        for (var rest = passage; rest.IndexOfAny(Brackets) is var open and >= 0;)
        {
            var kind = Opening.IndexOf(rest[open], StringComparison.Ordinal);
            rest = rest[(open + 1)..];
            var close = rest.IndexOf(Closing[kind]);
            if (close < 0)
            {
                continue;
            }

            // In round brackets only what can mean nothing else; square brackets are the drafters' own.
            var content = rest[..close].Trim(" .…");
            if (passage.Length - close <= Enough && (Whole().IsMatch(content) || (kind is not (0 or 4) && Beginnings().IsMatch(content))))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        """
        ^(?i:(?:still[ ]|yet[ ])?to[ ]be[ ](?:complemented|completed|added|inserted|determined|confirmed|written|drafted|developed|provided|updated|supplied|specified)(?:[ ](?:later|soon|shortly|further))?
        |tbc|tbd|tba|to[ ]come|placeholder|à[ ](?:compléter|préciser|ajouter|rédiger|insérer|confirmer)|(?:por|a)[ ](?:completar|determinar|definir|confirmar|agregar|añadir)
        |noch[ ]zu[ ]ergänzen|wird[ ](?:noch[ ])?ergänzt|будет[ ]дополнено|подлежит[ ]уточнению|дополнить|уточняется|(?:يستكمل|سيستكمل|يُستكمل)[ ]لاحق.{0,2}|يحدد[ ]لاحق.{0,2}
        |待补充|待補充|待定|待完善|待确认|待確認|要追記|追記予定|未定|x{2,10})$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Whole();

    [GeneratedRegex(
        """
        ^(?i:(?:still[ ]|yet[ ])?to[ ]be[ ](?:complemented|completed|added|inserted|determined|confirmed|written|drafted|decided|developed|provided|updated|supplied|filled|specified)\b
        |tb[cda]\b|placeholder\b|please[ ](?:insert|add|complete|fill)\b|to[ ](?:insert|complete|add|come)\b|your[ ](?:text|name|organi[sz]ation)\b
        |(?:insert|add)[ ](?:here|your|a|an|the|text|names?|dates?|details?|figures?|tables?|links?|references?|address|country|title|organi[sz]ation|paragraphs?|sections?|examples?)\b
        |(?:short[ ]|one[ ]|new[ ])?(?:paragraphs?|sections?|text|sentences?|language|details|figures?|tables?|references?|examples?)[ ](?:on|about|for|describing|regarding|to[ ]be|to[ ]come|here)\b
        |à[ ](?:compléter|préciser|ajouter|rédiger|insérer|confirmer)\b|insérer\b|paragraphe[ ](?:sur|à)\b|texte[ ]à\b
        |(?:por|a|para)[ ](?:completar|determinar|definir|confirmar|agregar|añadir)\b|insertar\b|párrafo[ ]sobre\b|parágrafo[ ]sobre\b|inserir\b
        |noch[ ]zu[ ]\w|wird[ ](?:noch[ ])?ergänzt\b|absatz[ ]über\b
        |(?:будет|подлежит)[ ](?:дополнен|уточнен|уточнён|добавлен)|дополнить\b|вставить\b|уточняется\b|подлежит[ ]уточнению\b|(?:пункт|абзац)[ ]об?\b
        |يستكمل|سيستكمل|تستكمل|يحدد[ ]لاحق|سيحدد|أدخل|إدراج|فقرة[ ]عن|فقرة[ ]حول
        |待补充|待補充|待定|待完善|待确认|待確認|此处插入|此處插入|要追記|追記予定)
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Beginnings();

    /// <summary>What stands for words without brackets.</summary>
    [GeneratedRegex(@"\bX{4,}\b|^X{3,}[ .]*$|^(?i:tb[cda])[ .]*$|\b(?i:lorem ipsum dolor)\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Filling();
}
