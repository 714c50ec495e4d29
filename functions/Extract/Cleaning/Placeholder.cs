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

    public static bool Is(ReadOnlySpan<char> passage)
    {
        var within = 0;
        foreach (var match in Signs().EnumerateMatches(passage))
        {
            within += match.Length;
        }

        return within > 0 && passage.Length - within < Enough;
    }

    /// <summary>In round brackets only what can mean nothing else; square brackets are the drafters' own.</summary>
    [GeneratedRegex(
        """
        [(（][ ]?(?i:
            (?:still[ ]|yet[ ])?to[ ]be[ ](?:complemented|completed|added|inserted|determined|confirmed|written|drafted|developed|provided|updated|supplied|specified)(?:[ ](?:later|soon|shortly|further))?
            |tbc|tbd|tba|to[ ]come|placeholder|à[ ](?:compléter|préciser|ajouter|rédiger|insérer|confirmer)|(?:por|a)[ ](?:completar|determinar|definir|confirmar|agregar|añadir)
            |noch[ ]zu[ ]ergänzen|wird[ ](?:noch[ ])?ergänzt|будет[ ]дополнено|подлежит[ ]уточнению|дополнить|уточняется|يستكمل[ ]لاحقا|سيستكمل[ ]لاحقا|يحدد[ ]لاحقا|يُستكمل[ ]لاحقًا
            |待补充|待補充|待定|待完善|待确认|待確認|要追記|追記予定|未定)[ ]?[.…]{0,3}[ ]?[)）]
        |[\[<{【][ ]?(?i:
            (?:still[ ]|yet[ ])?to[ ]be[ ](?:complemented|completed|added|inserted|determined|confirmed|written|drafted|decided|developed|provided|updated|supplied|filled|specified)\b
            |tbc\b|tbd\b|tba\b|placeholder\b|please[ ](?:insert|add|complete|fill)\b|to[ ](?:insert|complete|add|come)\b|your[ ](?:text|name|organi[sz]ation)\b
            |(?:insert|add)[ ](?:here|your|a|an|the|text|names?|dates?|details?|figures?|tables?|links?|references?|address|country|title|organi[sz]ation|paragraphs?|sections?|examples?)\b
            |(?:short[ ]|one[ ]|new[ ])?(?:paragraphs?|sections?|text|sentences?|language|details|figures?|tables?|references?|examples?)[ ](?:on|about|for|describing|regarding|to[ ]be|to[ ]come|here)\b
            |à[ ](?:compléter|préciser|ajouter|rédiger|insérer|confirmer)\b|insérer\b|paragraphe[ ](?:sur|à)\b|texte[ ]à\b
            |(?:por|a|para)[ ](?:completar|determinar|definir|confirmar|agregar|añadir)\b|insertar\b|párrafo[ ]sobre\b|parágrafo[ ]sobre\b|inserir\b
            |noch[ ]zu[ ]\w{3,20}\b|wird[ ](?:noch[ ])?ergänzt\b|absatz[ ]über\b
            |(?:будет|подлежит)[ ](?:дополнен|уточнен|уточнён|добавлен)\w{0,4}|дополнить\b|вставить\b|уточняется\b|подлежит[ ]уточнению\b|(?:пункт|абзац)[ ]об?\b
            |يستكمل|سيستكمل|تستكمل|يحدد[ ]لاحق|سيحدد|أدخل|إدراج|فقرة[ ]عن|فقرة[ ]حول
            |待补充|待補充|待定|待完善|待确认|待確認|此处插入|此處插入|要追記|追記予定|未定)
            [^()\[\]<>{}\n]{0,200}[\]>}】]
        |\[[ ]?[Xx]{2,10}[ ]?\]|\bX{4,40}\b|^[ ]*X{3,40}[ .]*$|^[ ]*(?i:tb[cda])[ .]*$|(?i:\blorem[ ]ipsum[ ]dolor\b[^\n]{0,2000})
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Signs();
}
