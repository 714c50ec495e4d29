using System.Text.RegularExpressions;

namespace Intake.Receive.Mail.Sections;

/// <summary>The sender's signature: below its mark, the line a telephone adds, or the address below a closing formula.</summary>
internal static partial class Signature
{
    /// <summary>Filled lines below the mark of RFC 3676; four are polite, real ones are longer.</summary>
    private const int MostBelowMark = 25;

    /// <summary>Filled lines below a closing formula.</summary>
    private const int MostBelowFormula = 10;

    /// <summary>UTF-16 units of a line in an address.</summary>
    private const int LongestLine = 100;

    public static void Mark(MailLines lines, MailSectionKind[] kinds, int start, int end)
    {
        end = Device(lines, kinds, start, end);
        for (var line = lines.Back(start, end, MostBelowMark + 1); line < end; line++)
        {
            var raw = lines.Raw(line);
            var isMark = raw is "-- " or " -- " || (raw is "--" or "—" && lines.Back(line, end, MostBelowFormula + 1) <= line);
            if (isMark && kinds[line] == MailSectionKind.Own)
            {
                Fold(kinds, line, end);
                end = line;
                break;
            }
        }

        Formula(lines, kinds, start, end);
    }

    /// <summary>"Sent from my iPhone", the last line or the last but one.</summary>
    private static int Device(MailLines lines, MailSectionKind[] kinds, int start, int end)
    {
        for (var line = lines.Back(start, end, 2); line < end; line++)
        {
            if (kinds[line] == MailSectionKind.Own && lines.Content(line) is { Length: > 0 and < LongestLine } content && SentFrom().IsMatch(content))
            {
                Fold(kinds, line, end);
                return line;
            }
        }

        return end;
    }

    /// <summary>
    /// "Best regards," and what follows, when it is short and holds a telephone number or an address. Names alone stay:
    /// who signed a letter is part of it.
    /// </summary>
    private static void Formula(MailLines lines, MailSectionKind[] kinds, int start, int end)
    {
        var hasContact = false;
        var first = lines.Back(start, end, MostBelowFormula + 1);
        var top = lines.NextFilled(start);
        for (var line = end - 1; line >= first && line > top; line--)
        {
            var content = lines.Content(line);
            if (kinds[line] != MailSectionKind.Own || content.Length > LongestLine)
            {
                return;
            }

            if (hasContact && content.Length < 50 && ClosingFormula().IsMatch(content))
            {
                Fold(kinds, line, end);
                return;
            }

            hasContact |= !content.IsEmpty && Contact().IsMatch(content);
        }
    }

    private static void Fold(MailSectionKind[] kinds, int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            kinds[line] = kinds[line] == MailSectionKind.Own ? MailSectionKind.Signature : kinds[line];
        }
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"^[*_\s]*(?:sent (?:from|via|with|using)\b|get outlook for\b|von meinem .{2,} gesendet|gesendet (?:von|mit)\b|envoyé (?:de|depuis|à partir de)\b|enviado (?:desde|do|de|a partir do)\b|inviato da\b|verzonden (?:vanaf|met)\b|skickat från\b|отправлено (?:с|из)\b|wysłane z\b|(?:发自|來自|来自|傳送自|從我的).*|.*から送信|أ?رسلت? من\b|تم الإرسال من\b)",
        Plain)]
    private static partial Regex SentFrom();

    [GeneratedRegex(
        @"^(?:(?:with )?(?:my |our )?(?:best|kind|warm|warmest|kindest)(?: (?:personal )?(?:regards|wishes))?|(?:with )?regards|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|respectfully(?: (?:submitted|yours))?|cheers|thank(?:s| you)(?: and (?:best |kind )?regards)?|many thanks"
        + @"|(?:bien )?cordialement|bien à vous|(?:meilleures )?salutations(?: distinguées)?|atentamente|(?:un )?(?:cordial )?saludos?(?: cordiale?s?)?|cordialmente|atenciosamente|(?:com os melhores )?cumprimentos|(?:mit )?(?:freundlichen|besten|herzlichen|freundliche|beste|viele|herzliche) grüßen?|mfg|(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?"
        + @"|с уважением|с наилучшими пожеланиями|此致|敬礼|敬禮|顺颂商祺|敬具|よろしくお願い(?:いた|致)します|(?:مع )?(?:أطيب |خالص )?(?:التحيات|تحياتي|التقدير))\s*[,.!،，。;]?$",
        Plain)]
    private static partial Regex ClosingFormula();

    [GeneratedRegex(@"\S@\S|https?://|\bwww\.|\+?\d[\d\s()./-]{7,}\d", Plain)]
    private static partial Regex Contact();
}
