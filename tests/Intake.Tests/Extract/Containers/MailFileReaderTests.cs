using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract.Containers;

public class MailFileReaderTests
{
    [Fact]
    public async Task A_forwarded_message_is_its_subject_its_origin_its_text_and_its_attachments()
    {
        var docx = Convert.ToBase64String(Docx(Paragraph("The statement itself.")));
        var read = await Read(
            $"From: \"Amina Example\" <amina@example.org>\nTo: call@example.org\nSubject: =?utf-8?q?Our_vi=C3=A9ws?=\nDate: Thu, 5 Mar 2026 10:00:00 +0100\n"
            + "Message-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\nDear all,\n\nDonors should pay.\n"
            + $"--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"statement.docx\"\nContent-Transfer-Encoding: base64\n\n{docx}\n"
            + "--b\nContent-Type: image/png\nContent-Disposition: attachment; filename=\"chart.png\"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgoAAAAN\n--b--\n",
            "forwarded.eml");

        Assert.Equal(DocumentKind.Mail, read.Kind);
        Assert.Equal(
            ["Heading: Our viéws", "Paragraph: From: Amina Example\nDate: 5 March 2026", "Paragraph: Dear all,", "Paragraph: Donors should pay.", "Heading: statement.docx", "Paragraph: The statement itself."],
            read.Blocks());
        Assert.Equal(PassageFlags.Folded, read.Blocks[1].Flags);
        Assert.Contains("chart.png: This picture", read.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("amina@", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_in_a_message_is_not_opened_but_named()
    {
        var zip = Convert.ToBase64String(Zip([("a.txt", "hidden"u8.ToArray())]));
        var read = await Read($"From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n--b\nContent-Disposition: attachment; filename=all.zip\nContent-Transfer-Encoding: base64\n\n{zip}\n--b--\n");

        Assert.Contains("all.zip: An archive within another document is not opened", read.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", read.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_cannot_pass_for_answers_given_in_the_form()
    {
        var read = await Read($"From: a@example.org\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nText.\n--b\nContent-Type: {DocumentKind.AnswersContentType}; name=a.json\nContent-Disposition: attachment\n\n{{\"1\": \"Yes.\"}}\n--b--\n");

        Assert.All(read.Blocks, block => Assert.Equal(0, block.AnswerTo));
    }
}
