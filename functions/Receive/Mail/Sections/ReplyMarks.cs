using System.Text.RegularExpressions;

namespace Intake.Receive.Mail.Sections;

internal enum ReplyMarkKind
{
    /// <summary>"On Monday Ann wrote:".</summary>
    Attribution,

    /// <summary>"-----Original Message-----", or the header of an earlier message.</summary>
    History,

    /// <summary>"---------- Forwarded message ---------".</summary>
    Forward,
}

/// <summary>Lines that say whose words follow.</summary>
/// <param name="Kind">How they say it.</param>
/// <param name="End">The line after the last of them.</param>
/// <param name="Depth">Quote marks in front of them.</param>
/// <param name="IsCertain">They name a time or an address, which hardly any sentence of a letter does in that place.</param>
internal sealed record ReplyMark(ReplyMarkKind Kind, int End, int Depth, bool IsCertain);

/// <summary>How mail programs announce what somebody else wrote, in the languages of the UN and of Europe.</summary>
internal static partial class ReplyMarks
{
    /// <summary>UTF-16 units of one announcing line.</summary>
    private const int Longest = 300;

    /// <summary>An announcement is wrapped to at most so many lines.</summary>
    private const int MostLines = 3;

    public static bool IsForwardSubject(string subject) => ForwardSubject().IsMatch(subject[..Math.Min(subject.Length, Longest)]);

    /// <summary>A separating line, with the header of the message that follows it.</summary>
    public static ReplyMark? Separator(MailLines lines, int at)
    {
        var line = lines.Content(at);
        if (line.Length > Longest)
        {
            return null;
        }

        var isRule = line.Length >= 5 && line.IndexOfAnyExcept("-_=") < 0;
        var isMarked = !isRule && (line.StartsWith("--") || line.StartsWith("__") || line.StartsWith("==") || line[^1] is ':' or '：');
        var kind = isMarked && Forwarded().IsMatch(line) ? ReplyMarkKind.Forward : ReplyMarkKind.History;
        if (!isRule && kind != ReplyMarkKind.Forward && !(isMarked && line[0] is '-' or '_' or '=' && Original().IsMatch(line)))
        {
            return null;
        }

        var next = lines.NextFilled(at + 1);
        var block = next < lines.Count && next <= at + MostLines ? HeaderBlock.At(lines, next, lines.Depth(next)) : null;

        // A rule alone divides a letter; only the header below it makes it a separator.
        return block is not null ? block with { Kind = kind }
            : isRule ? null
            : new(kind, at + 1, lines.Depth(at), IsCertain: true);
    }

    /// <summary>"On … wrote:", on one line or wrapped.</summary>
    public static ReplyMark? Attribution(MailLines lines, int at)
    {
        for (var last = at; last < lines.Count && last < at + MostLines; last++)
        {
            var line = lines.Content(last);
            if (line.IsEmpty || line.Length > Longest || lines.Depth(last) != lines.Depth(at))
            {
                return null;
            }

            if (line[^1] is ':' or '：')
            {
                var joined = string.Join(' ', Enumerable.Range(at, last - at + 1).Select(i => lines.Content(i).ToString()));

                // A sentence that ends before is another one's.
                return (Wrote().IsMatch(joined) || DateAndAddress().IsMatch(joined)) && (last == at || lines.Content(at)[^1] is not '.')
                    ? new(ReplyMarkKind.Attribution, last + 1, lines.Depth(at), TimeOrAddress().IsMatch(joined))
                    : null;
            }
        }

        return null;
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"^(?:\s*\[[^\]]*\])?\s*(?:fwd?|fw|wg|tr|rv|enc|vl|doorst|i|转发|轉寄|転送|إعادة توجيه|пересл|fwd \([^)]*\))\s*[:：]", Plain)]
    private static partial Regex ForwardSubject();

    [GeneratedRegex(
        @"^[-_=\s]*(?:begin(?:ning of)? forwarded message|(?:start of )?forwarded (?:message|mail|by)\b.*|(?:inicio del )?mensaje reenviado|(?:início da )?mensagem (?:re)?encaminhada"
        + @"|(?:début du )?(?:message|courriel|e-?mail) (?:transféré|transmis|réexpédié)|(?:anfang der )?weitergeleiteten? (?:nachricht|e-?mail)|(?:inizio )?messaggio inoltrato|(?:begin )?doorgestuurd(?: bericht)?"
        + @"|(?:начало )?(?:пересылаемо|переадресованно|пересланно)\w+ (?:сообщени|письм)\w|(?:开始)?转发的?(?:消息|邮件|信息|郵件)|轉寄(?:的)?郵件|転送(?:された)?メッセージ|(?:بداية )?ال?رسالة ال?مُ?عاد توجيهها)\s*[-_=]*\s*[:：]?\s*[-_=]*$",
        Plain)]
    private static partial Regex Forwarded();

    [GeneratedRegex(
        @"^[-_=\s]+(?:original message|original e-?mail|original appointment|ursprüngliche nachricht|originalnachricht|message d['’]origine|message original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht"
        + @"|(?:исходное|оригинальное) (?:сообщение|письмо)|原始(?:邮件|郵件|信件)|原邮件|originalmeddelande|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|元のメッセージ|الرسالة الأصلية|reply separator|orijinal mesaj)\s*[-_=]+$",
        Plain)]
    private static partial Regex Original();

    [GeneratedRegex(
        @"^(?:.*(?:\b(?:wrote|writes|a écrit|écrit|escribió|escribio|escreveu|ha scritto|scrive|skrev|napisał(?:\(a\)|a|\(-a\))?|kirjoitti|написал(?:\(а\)|а|и)?|пишет|пише|írta|napsal(?:\(a\))?|yazdı|γραψε|έγραψε|viết)(?: the following)?|写道|寫道|写到|님이 작성|のメール|さんは書きました)"
        + @"|.*\b(?:schrieb|schreef|schrieben)\b.*|.*\bكتب\b.*|.*(?:كتب|كتبت))\s*[:：]$",
        Plain)]
    private static partial Regex Wrote();

    [GeneratedRegex(@"^.*(?:\d{1,2}|\d{4}).*<[^<>\s]+@[^<>\s]+>\s*[:：]$", Plain)]
    private static partial Regex DateAndAddress();

    [GeneratedRegex(@"@|\b\d{1,2}(?:[:.h]|\s?[:h]\s?)\d{2}\b|\d{1,2}时|\d{1,2}時", Plain)]
    private static partial Regex TimeOrAddress();
}
