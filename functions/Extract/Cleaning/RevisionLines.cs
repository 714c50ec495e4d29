using System.Text.RegularExpressions;
using Intake.Extract.PlainText;

namespace Intake.Extract.Cleaning;

/// <summary>
/// Takes out what is pasted from a word processor's margin: who changed a format or deleted a word and when ("A. Name 11/3/25
/// 18:07" above "Formatted: Highlight"), in the languages of word processors, and comments ("Comment [A1]: …"), which are
/// counted. A label of this kind without author, date or what follows it in a margin is somebody's sentence and stays.
/// </summary>
internal static partial class RevisionLines
{
    /// <summary>UTF-16 units; longer lines are text.</summary>
    private const int LongestByline = 100;

    /// <returns>Comments taken out.</returns>
    public static int Find(string text, Cuts cuts)
    {
        if (!Labels().IsMatch(text) && !Comments().IsMatch(text))
        {
            return 0;
        }

        var (comments, byline, isAttributed) = (0, default(TextLine), false);
        foreach (var line in TextLine.Of(text))
        {
            var content = line.In(text);
            if (line.IsBlank)
            {
                continue;
            }

            var isComment = Comments().IsMatch(content);
            if (isComment || (Labels().IsMatch(content) && (isAttributed || !byline.IsBlank || Formats().IsMatch(content))))
            {
                comments += isComment ? 1 : 0;
                cuts.AddLines(text, byline.IsBlank ? line.Start : byline.Start, line.End, isPageBreak: true);
                (byline, isAttributed) = (default, isAttributed || !byline.IsBlank);
                continue;
            }

            isAttributed = false;
            byline = line.Length <= LongestByline && Bylines().IsMatch(content) ? line : default;
        }

        return comments;
    }

    [GeneratedRegex(
        """
        ^[ \t]*(?i:formatted|deleted|inserted|mise[ ]en[ ]forme|mis[ ]en[ ]forme|supprimé|inséré|formatiert|gelöscht|eingefügt|con[ ]formato|eliminado|insertado
        |formatado|excluído|inserido|formattato|eliminato|inserito|отформатировано|удалено|добавлено|書式変更|書式を変更|削除|挿入|格式化的|带格式的|带格式|删除的内容|插入的内容|設定格式化|已格式化|已刪除
        |서식[ ]있음|삭제됨|삽입됨|تنسيق|حذف|منسق)[ \u00a0]?(?:\[[\w]{1,6}\])?[ \u00a0]?[:：]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Labels();

    /// <summary>The initials and number make it a margin's: somebody may write "Comment:" or "Comment [1]:" in a letter.</summary>
    [GeneratedRegex(
        """
        ^[ \t]*(?i:comment|commented|commentaire|kommentar|kommentiert|comentario|comentário|comentado|commento|примечание|комментарий|コメント|批注|註解|메모|تعليق)
        [ \u00a0]?\[\p{L}{1,5}\d{1,4}\][ \u00a0]?[:：]
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    /// <summary>A name, a date and a time of day.</summary>
    [GeneratedRegex(
        @"^\P{C}{1,60}[ \u00a0,]\d{1,4}[./-]\d{1,2}[./-]\d{1,4},?[ \u00a0]+\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?:?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Bylines();

    /// <summary>What a word processor says of a format, whoever made it.</summary>
    [GeneratedRegex(
        """
        [:：][ \u00a0]*(?:Font|Indent|Left|Right|Centered|Justified|Space[ ](?:Before|After)|Highlight|Not[ ]Highlight|Underline|No[ ]underline|Line[ ]spacing|Tab[ ]stops|Bulleted|Numbered
        |Police|Retrait|Gauche|Surlignage|Interligne|Einzug|Schriftart|Abstand|Hervorheben|Fuente|Sangría|Resaltar|Шрифт|Отступ|Выделение|フォント|蛍光ペン|インデント|字体|突出显示|缩进|字型|縮排)\b
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Formats();
}
