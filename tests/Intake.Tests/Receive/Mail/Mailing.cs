using System.Text;
using Intake.Receive.Mail;

namespace Intake.Tests.Receive.Mail;

/// <summary>What the mail tests share.</summary>
internal static class Mailing
{
    public static async Task<InboundMail> Read(byte[] bytes, MailLimits? limits = null)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var stream = new MemoryStream(bytes);
        var mail = await new MailReader(limits ?? new()).ReadAsync(stream, deadline.Token);
        IsSound(mail);
        return mail;
    }

    /// <summary>A message in Latin-1, so that a test can write any byte; line ends become CR LF.</summary>
    public static Task<InboundMail> Read(string message, MailLimits? limits = null) =>
        Read(Encoding.Latin1.GetBytes(message.ReplaceLineEndings("\r\n")), limits);

    /// <summary>The letter of an ordinary sender with these header fields and this body.</summary>
    public static Task<InboundMail> Letter(string fields, string body = "I support the plan.") =>
        Read($"From: Ann <ann@example.org>\nTo: consult@intake.example\nSubject: Test\n{fields.TrimEnd('\n')}\n\n{body}".Replace("\n\n\n", "\n\n", StringComparison.Ordinal));

    public static void IsSound(InboundMail mail)
    {
        foreach (var line in mail.Attachments.Select(a => a.Name).Concat(mail.Recipients).Append(mail.Subject).Append(mail.From?.Name ?? "").Append(mail.From?.Address ?? "").Append(mail.MessageId ?? ""))
        {
            Assert.DoesNotContain(line, char.IsControl);
            Assert.True(IsWellFormed(line), "a lone surrogate is left");
        }

        Assert.True(IsWellFormed(mail.Text) && IsWellFormed(mail.OwnText), "a lone surrogate is left");
        Assert.DoesNotContain('\r', mail.Text);
        Assert.DoesNotContain('\0', mail.Text);
        Assert.All(mail.Attachments, attachment => Assert.NotEmpty(attachment.Name));
        var end = 0;
        foreach (var section in mail.Sections)
        {
            Assert.True(section.Start >= end && section.Start < section.End && section.End <= mail.Text.Length, "sections lie one after the other within the text");
            end = section.End;
        }
    }

    public static string Text(this MailAttachment attachment) => Encoding.UTF8.GetString(attachment.Content.Span);

    private static bool IsWellFormed(string text) => text.EnumerateRunes().Count(rune => rune.Value == 0xFFFD) == text.Count(c => c == '\ufffd');
}
