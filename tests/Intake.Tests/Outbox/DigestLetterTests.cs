using AngleSharp.Html.Parser;
using Intake.Outbox;
using Intake.Publish;
using Intake.Tests.Publish;
using MimeKit;

namespace Intake.Tests.Outbox;

/// <summary>The mail that brings a digest.</summary>
public sealed class DigestLetterTests
{
    [Fact]
    public void It_says_the_messages_that_matter_and_the_numbers_as_text_and_as_html()
    {
        var letter = DigestLetter.Of(FullDigest.Of(), FullDigest.Site, new byte[1_000]);
        var page = new HtmlParser().ParseDocument(letter.Html);

        foreach (var said in new[] { FullDigest.Chinese, FullDigest.Russian, FullDigest.French, "Most contributions on this theme (7 of 12)", "14 contributions", "It is not a vote" })
        {
            Assert.Contains(said, letter.Text, StringComparison.Ordinal);
            Assert.Contains(said, page.Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal("zh", page.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("https://intake.example/", link.GetAttribute("href")!, StringComparison.Ordinal));
        Assert.Contains("https://intake.example/calls/forum-2026/digests/3?message=financing-11aa22bb#m-financing-11aa22bb", letter.Text, StringComparison.Ordinal);
        Assert.Contains("https://intake.example/api/calls/forum-2026/digests/3.zip", letter.Text, StringComparison.Ordinal);
        Assert.InRange(letter.Text.Split('\n').Length, 20, 90);
    }

    [Fact]
    public async Task The_word_document_goes_with_it()
    {
        var word = await new DigestWord().RenderAsync(FullDigest.Of(), FullDigest.Site, CancellationToken.None);
        using var message = LetterMessage.Of(
            DigestLetter.Of(FullDigest.Of(), FullDigest.Site, word), MailboxAddress.Parse("intake@example.org"), MailboxAddress.Parse("chair@example.org"),
            "id@example.org", [], FullDigest.Of().Generated);

        var file = Assert.IsType<MimePart>(Assert.Single(message.Attachments));
        using var content = new MemoryStream();
        file.Content!.DecodeTo(content);
        Assert.Equal(word, content.ToArray());
        Assert.Equal("forum-2026-digest-3.docx", file.FileName);
        Assert.NotNull(message.HtmlBody);
        Assert.NotNull(message.TextBody);
    }

    [Fact]
    public void A_document_too_large_for_mail_is_linked_and_not_attached()
    {
        var letter = DigestLetter.Of(FullDigest.Of(), FullDigest.Site, new byte[DigestLetter.LargestAttachment + 1]);

        Assert.Null(letter.Attachment);
        Assert.Contains("too large to be attached", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/api/calls/forum-2026/digests/3.docx", letter.Text, StringComparison.Ordinal);
    }
}
