using System.Collections.Frozen;

namespace Intake.Receive.Mail.Sections;

/// <summary>The header of an earlier message as programs write it into the text: "From: … Sent: … To: … Subject: …".</summary>
internal static class HeaderBlock
{
    /// <summary>Lines of one header; long lists of recipients are wrapped.</summary>
    private const int MostLines = 20;

    /// <summary>UTF-16 units of a field's name.</summary>
    private const int LongestName = 30;

    private static readonly FrozenDictionary<string, Field> Names = new (Field Field, string Words)[]
    {
        (Field.From, "from|von|de|da|van|från|fra|od|lähettäjä|feladó|от|от кого|отправитель|发件人|寄件者|寄件人|差出人|送信者|보낸 사람|보낸사람|من|المرسل|kimden|gönderen|από|dari|expéditeur|remitente|mittente|afzender"),
        (Field.Date, "sent|date|gesendet|datum|gesendet am|envoyé|enviado|enviado el|fecha|enviada em|enviado em|data|inviato|verzonden|skickat|sendt|dato|wysłano|lähetetty|elküldve|отправлено|дата|发送时间|发送日期|日期|时间|寄件日期|送信日時|日時|日付|보낸 날짜|날짜|تاريخ الإرسال|التاريخ|تم الإرسال|أرسلت|gönderildi|tarih|odesláno|ημερομηνία|dikirim"),
        (Field.To, "to|an|à|a|para|per|aan|till|til|do|vastaanottaja|címzett|кому|получатель|收件人|收件者|宛先|받는 사람|받는사람|إلى|المستلم|kime|komu|προς|kepada|destinataire|destinatario|reply-to|cc|kopie|copia|копия|抄送|副本|نسخة"),
        (Field.Subject, "subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|tárgy|тема|主题|主旨|主題|件名|제목|الموضوع|konu|předmět|θέμα|perihal|subjek"),
    }.SelectMany(each => each.Words.Split('|').Select(word => KeyValuePair.Create(word, each.Field))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Field>.AlternateLookup<ReadOnlySpan<char>> Lookup = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    [Flags]
    private enum Field
    {
        None = 0,
        From = 1,
        Date = 2,
        To = 4,
        Subject = 8,
    }

    /// <summary>The header that begins at this line; null when none does.</summary>
    public static ReplyMark? At(MailLines lines, int at, int depth)
    {
        const int mostWrapped = 4;
        var found = FieldOf(lines.Content(at));
        var (end, wrapped) = (at + 1, 0);
        for (var line = at + 1; found != Field.None && line < lines.Count && line < at + MostLines; line++)
        {
            if (lines.IsBlank(line) || lines.Depth(line) != depth || wrapped > mostWrapped)
            {
                break;
            }

            var field = FieldOf(lines.Content(line));
            found |= field;
            (end, wrapped) = field == Field.None ? (end, wrapped + 1) : (line + 1, 0);
        }

        var isHeader = (found & Field.From) != 0 && int.PopCount((int)found) >= 3;
        return isHeader ? new(ReplyMarkKind.History, end, depth, IsCertain: true) : null;
    }

    private static Field FieldOf(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, LongestName)].IndexOfAny(':', '：');
        return colon > 0 && Lookup.TryGetValue(line[..colon].Trim(" *_\u00a0\u200f\u200e"), out var field) ? field : Field.None;
    }
}
