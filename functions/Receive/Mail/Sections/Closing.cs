using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Intake.Receive.Mail.Sections;

/// <summary>What closes a letter and is no part of it: footers of lists and lawyers first, then the signature above them.</summary>
internal static partial class Closing
{
    /// <summary>Filled lines at the end of a text that are looked at.</summary>
    private const int Tail = 60;

    /// <summary>UTF-16 units of one line or paragraph looked at: patterns have no bounds of their own, which would make them large.</summary>
    private const int Longest = 400;

    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("-_=*~— ");

    public static void Mark(MailLines lines, MailSectionKind[] kinds, int start, int end)
    {
        var tail = lines.Back(start, end, Tail);
        end = Footers(lines, kinds, start, tail, end);
        Signature.Mark(lines, kinds, start, end);
    }

    /// <returns>The line where the footers at the very end begin.</returns>
    private static int Footers(MailLines lines, MailSectionKind[] kinds, int start, int tail, int end)
    {
        const int mostBelow = 15;
        for (var line = lines.NextFilled(tail); line < end;)
        {
            var next = line;
            while (next < end && !lines.IsBlank(next))
            {
                next++;
            }

            var paragraph = Joined(lines, line, next);

            // A footer is below something, and little is below it.
            var isFooter = lines.NextFilled(start) < line && kinds[line] == MailSectionKind.Own
                && (ListFooter().IsMatch(paragraph) || Notice().IsMatch(paragraph)) && lines.Back(next, end, mostBelow) <= next;
            if (isFooter && (ListFooter().IsMatch(paragraph) || paragraph.Length < 60))
            {
                // A list's footer is the end; the heading of a notice stands above it.
                next = ListFooter().IsMatch(paragraph) ? end : EndOfParagraph(lines, lines.NextFilled(next), end);
            }

            for (var i = isFooter ? Rule(lines, tail, line) : next; i < next; i++)
            {
                kinds[i] = kinds[i] == MailSectionKind.Own ? MailSectionKind.Footer : kinds[i];
            }

            line = lines.NextFilled(next);
        }

        while (end > tail && (lines.IsBlank(end - 1) || kinds[end - 1] == MailSectionKind.Footer))
        {
            end--;
        }

        return end;
    }

    private static int EndOfParagraph(MailLines lines, int line, int end)
    {
        while (line < end && !lines.IsBlank(line))
        {
            line++;
        }

        return Math.Min(line, end);
    }

    /// <summary>The line that divides a footer from the text above belongs to the footer.</summary>
    private static int Rule(MailLines lines, int tail, int line)
    {
        var above = line - 1;
        while (above >= tail && lines.IsBlank(above))
        {
            above--;
        }

        return above >= tail && lines.Content(above).IndexOfAnyExcept(RuleSigns) < 0 ? above : line;
    }

    private static string Joined(MailLines lines, int from, int to)
    {
        var joined = new StringBuilder();
        for (var line = from; line < to && joined.Length < Longest; line++)
        {
            joined.Append(lines.Content(line)[..Math.Min(lines.Content(line).Length, Longest)]).Append(' ');
        }

        return joined.ToString();
    }

    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(
        @"mailing list\s*$|_{20,}.*(?:mailing list|list$)|/listinfo/|\bto unsubscribe\b|\bunsubscribe (?:from|here|:|at|by)|because you (?:are|were) subscribed|se désabonner|se désinscrire|désinscription|darse de baja|cancelar (?:la|a|su|sua) (?:suscripción|inscrição|assinatura)|отписаться|退订|退訂|إلغاء الاشتراك|abmelden.*liste",
        Plain)]
    private static partial Regex ListFooter();

    [GeneratedRegex(
        @"^[-*_\s]*(?:confidentiality (?:notice|note|statement)|legal notice|legal disclaimer|disclaimer|avis de confidentialité|aviso (?:legal|de confidencialidad)|aviso de confidencialidade|haftungsausschluss)\b"
        + @"|\b(?:this|the) (?:e-?mail|message|communication|transmission|information (?:contained )?in this).*(?:confidential|privileged|intended (?:only|solely)|sole use)"
        + @"|\bnot the intended recipient|\breceived this (?:e-?mail|message|communication) in error"
        + @"|\b(?:ce|le présent) (?:message|courriel|mail|courrier).*confidentiel|\b(?:este|el presente) (?:mensaje|correo|e-?mail).*confidencial|\besta mensagem.*confidencia|\bdiese (?:e-?mail|nachricht).*vertraulich|\b(?:questo messaggio|questa e-?mail).*riservat"
        + @"|(?:настоящее|данное|это) (?:электронное )?(?:сообщение|письмо).*конфиденциальн|(?:本邮件|此邮件|本電子郵件|本电子邮件|本メール|このメール).*(?:保密|机密|機密|秘密)|(?:هذه الرسالة|هذا البريد).*سري"
        + @"|\bplease (?:consider|think).*(?:environment|print)|\bthink before you print|\bvirus-free\b|\bhas been (?:checked|scanned) (?:for|by).*virus",
        Plain)]
    private static partial Regex Notice();
}
