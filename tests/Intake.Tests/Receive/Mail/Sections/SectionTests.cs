using Intake.Receive.Mail.Sections;
using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail.Sections;

public class SectionTests
{
    [Theory]
    [InlineData("We agree.\n\nOn Mon, 2 May 2026, Bob wrote:\n> Do you?\n", "We agree.")]
    [InlineData("We agree.\nOn Monday, the second of May in the year 2026, Robert Robertson\n<bob@example.org> wrote:\n> Do you?\n", "We agree.")]
    [InlineData("We agree.\n\nOn 2 May 2026 at 10:00, Bob <bob@example.org> wrote:\n\nDo you?\n\nBob", "We agree.")]
    [InlineData("We agree.\n\n-----Original Message-----\nFrom: Bob", "We agree.")]
    [InlineData("Wir stimmen zu.\n\nAm 02.05.2026 um 10:00 schrieb Bob:\n> Ja?", "Wir stimmen zu.")]
    [InlineData("Nous sommes d'accord.\n\nLe lun. 2 mai 2026 à 10:00, Bob <bob@example.org> a écrit :\n> Oui ?", "Nous sommes d'accord.")]
    [InlineData("Estamos de acuerdo.\n\nEl lun, 2 may 2026 a las 10:00, Bob (<bob@example.org>) escribió:\n> ¿Sí?", "Estamos de acuerdo.")]
    [InlineData("Мы согласны.\n\nсб, 2 мая 2026 г. в 10:00, Bob <bob@example.org>:\n> Да?", "Мы согласны.")]
    [InlineData("我们同意。\n\nBob <bob@example.org> 于2026年5月2日周六 10:00写道：\n> 是吗？", "我们同意。")]
    [InlineData("نحن نوافق.\n\nفي 2 مايو 2026 10:00 كتب Bob <bob@example.org>:\n> نعم؟", "نحن نوافق.")]
    [InlineData("賛成します。\n\n2026年5月2日(土) 10:00 Bob <bob@example.org>:\n> はい？", "賛成します。")]
    [InlineData("We agree.\n\n________________________________\nFrom: Bob\nSent: Monday, 2 May 2026\nTo: Ann\nSubject: Views\n\nDo you?", "We agree.")]
    [InlineData("Nous sommes d'accord.\n\nDe : Bob\nEnvoyé : lundi 2 mai 2026\nÀ : Ann\nObjet : Avis\n\nOui ?", "Nous sommes d'accord.")]
    [InlineData("我们同意。\n\n发件人: Bob\n发送时间: 2026年5月2日\n收件人: Ann\n主题: 意见\n\n是吗？", "我们同意。")]
    [InlineData("Мы согласны.\n\nОт: Bob\nОтправлено: 2 мая 2026 г.\nКому: Ann\nТема: Мнение\n\nДа?", "Мы согласны.")]
    [InlineData("نحن نوافق.\n\nمن: Bob\nتاريخ الإرسال: 2 مايو 2026\nإلى: Ann\nالموضوع: الرأي\n\nنعم؟", "نحن نوافق.")]
    [InlineData("Do you agree?\n> You asked this\nWe do.\n-- \nAnn\nAccra", "Do you agree?\n\nWe do.")]
    [InlineData("> Question 1\nYes.\n> Question 2\nNo.", "Yes.\n\nNo.")]
    [InlineData("> only a quote\n> of two lines", "> only a quote\n> of two lines")]
    [InlineData("On the question of costs we wrote:\nnothing yet.", "On the question of costs we wrote:\nnothing yet.")]
    [InlineData(">50 % of members agree.", ">50 % of members agree.")]
    [InlineData("First part.\n\n-----\n\nSecond part.", "First part.\n\n-----\n\nSecond part.")]
    [InlineData("From: the islands\nTo: the mountains\nwe are one.", "From: the islands\nTo: the mountains\nwe are one.")]
    public async Task Own_words_end_where_history_begins_and_go_on_below_a_quote(string body, string own)
    {
        var mail = await Read($"From: a@example.org\nSubject: Re: Views\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(body))}");

        Assert.Equal(own, mail.OwnText);
        Assert.Equal(body.TrimEnd(), mail.Text.TrimEnd());
    }

    [Theory]
    [InlineData("We agree.\n\nSent from my iPhone", "Sent from my iPhone", MailSectionKind.Signature)]
    [InlineData("We agree.\n\nBest regards,\nAnn Example\nTel. +41 22 000 00 00", "Best regards,\nAnn Example\nTel. +41 22 000 00 00", MailSectionKind.Signature)]
    [InlineData("We agree.\n\nThis e-mail and any attachments are confidential and intended solely for the addressee.", "This e-mail and any attachments are confidential and intended solely for the addressee.", MailSectionKind.Footer)]
    [InlineData("We agree.\n\nCONFIDENTIALITY NOTICE\n\nWhat is above is for you alone.", "CONFIDENTIALITY NOTICE\n\nWhat is above is for you alone.", MailSectionKind.Footer)]
    [InlineData("We agree.\n\n_______________________________________________\nForum mailing list\nForum@lists.example.org\nhttps://lists.example.org/listinfo/forum", "_______________________________________________\nForum mailing list\nForum@lists.example.org\nhttps://lists.example.org/listinfo/forum", MailSectionKind.Footer)]
    public async Task What_closes_a_letter_is_marked_and_kept(string body, string folded, MailSectionKind kind)
    {
        var mail = await Letter("", body);

        Assert.Equal("We agree.", mail.OwnText);
        Assert.Equal([(kind, folded)], mail.Sections.Where(section => section.Kind != MailSectionKind.Own).Select(section => (section.Kind, section.In(mail.Text))));
    }

    [Theory]
    [InlineData("We agree.\n\nSincerely,\nAnn Example\nOpen Net\nFree Net")]
    [InlineData("We ask that this communication be treated as confidential.")]
    [InlineData("One.\n\n--\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\nSeven.\n\nEight.\n\nNine.\n\nTen.\n\nEleven.\n\nTwelve.\n\nThirteen.")]
    public async Task In_doubt_a_line_is_the_senders_own(string body) => Assert.Equal(body, (await Letter("", body)).OwnText);

    [Theory]
    [InlineData("Fwd: Views", "For your attention.\n\n---------- Forwarded message ---------\nFrom: Bob <bob@example.org>\nDate: Mon, 2 May 2026\nSubject: Views\nTo: <ann@example.org>\n\nWe want funding.\n\nOn 1 May 2026, Ann wrote:\n> What do you want?", "For your attention.\n\nWe want funding.")]
    [InlineData("FW: Views", "From: Bob\nSent: Monday, 2 May 2026\nTo: Ann\nSubject: Views\n\nWe want funding.", "We want funding.")]
    [InlineData("Views", "Begin forwarded message:\n\n> From: Bob\n> Subject: Views\n> Date: 2 May 2026\n>\n> We want funding.\n>\n>> What do you want?", "We want funding.")]
    public async Task A_forwarded_letter_counts_as_the_letter(string subject, string body, string own)
    {
        var mail = await Read($"From: a@example.org\nSubject: {subject}\n\n{body}");

        Assert.Equal(own, mail.OwnText);
        Assert.Contains(mail.Sections, section => section.Kind == MailSectionKind.ForwardingHeader);
    }

    [Fact]
    public async Task A_letter_that_quotes_another_below_it_is_the_letter_even_when_it_was_forwarded()
    {
        var own = string.Join("\n\n", Enumerable.Repeat("This is what we ourselves have to say about the plan, at some length.", 12));

        var mail = await Read($"From: a@example.org\nSubject: Fwd: Views\n\n{own}\n\n-------- Forwarded Message --------\nSubject: Views\nDate: 2 May 2026\nFrom: Bob\nTo: Ann\n\nWe want funding.");

        Assert.Equal(own, mail.OwnText);
        Assert.Equal(MailSectionKind.Quoted, mail.Sections[^1].Kind);
    }

    [Fact]
    public async Task Where_a_file_is_the_letter_a_signature_is_no_letter()
    {
        var mail = await Letter("Content-Type: multipart/mixed; boundary=A\n", "--A\nContent-Type: text/plain\n\nSent from my iPad\n--A\nContent-Type: application/pdf; name=letter.pdf\n\n%PDF\n--A--");

        Assert.Equal("", mail.OwnText);
    }

    [Fact]
    public async Task Sections_cover_every_filled_line_once_and_in_order()
    {
        var mail = await Letter("", "We agree.\n\n> quoted\n\nYes.\n-- \nAnn\n");

        Assert.Equal(["We agree.", "> quoted", "Yes.", "-- \nAnn"], mail.Sections.Select(section => mail.Text[section.Start..section.End]));
    }
}
