using Intake.Extract;

namespace Intake.Receive.Mail.Sections;

/// <summary>A mail's text as a letter: the sender's own words first, then all the rest, folded.</summary>
internal static class LetterParts
{
    /// <summary>The parts; of a file written into the text only that is left which is among the attachments.</summary>
    public static IEnumerable<LetterPart> Of(InboundMail mail) => mail.Sections
        .Where(section => section.Kind != MailSectionKind.EncodedFile)
        .OrderBy(section => section.Kind == MailSectionKind.Own ? 0 : 1)
        .Select(section => new LetterPart(section.In(mail.Text), FlagsOf(section.Kind)));

    private static PassageFlags FlagsOf(MailSectionKind kind) => kind switch
    {
        MailSectionKind.Own => PassageFlags.None,
        MailSectionKind.Quoted => PassageFlags.Quoted | PassageFlags.Folded,
        _ => PassageFlags.Folded,
    };
}
