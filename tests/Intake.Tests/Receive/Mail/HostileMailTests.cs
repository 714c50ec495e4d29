using System.Text;
using Intake.Tests.Extract;
using Intake.Tests.Hostile;
using static Intake.Tests.Receive.Mail.Mailing;

namespace Intake.Tests.Receive.Mail;

/// <summary>Whatever the bytes: no exception, sound strings, an end before the deadline.</summary>
public class HostileMailTests
{
    [Fact]
    public async Task Mutated_mail_is_read_or_reported()
    {
        var random = new Random(20261122);
        var sample = Samples.Mail.Whole();
        for (var round = 0; round < 4_000; round++)
        {
            await Read(Mutation.Of(sample, random));
        }
    }

    [Theory]
    [InlineData("From: ", "(", 60_000)]
    [InlineData("From: ", "<", 60_000)]
    [InlineData("From: ", "\"\\", 60_000)]
    [InlineData("To: ", "a@b.c,", 60_000)]
    [InlineData("Subject: ", "=?", 60_000)]
    [InlineData("Subject: ", "=?no?q?a?= ", 60_000)]
    [InlineData("Subject: x", "\r\n y", 1_000_000)]
    [InlineData("", "X: y\r\n", 1_000_000)]
    [InlineData("", "x\r\n", 1_000_000)]
    [InlineData("Content-Type: a/b", ";n*1=x", 60_000)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--b\r\n\r\nx\r\n", 300_000)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\r\n\r\n", "--\r\n", 1_000_000)]
    [InlineData("Content-Type: multipart/mixed\r\n\r\n", "--\r\n", 1_000_000)]
    [InlineData("Content-Transfer-Encoding: base64\r\n\r\n", "=", 1_000_000)]
    [InlineData("Content-Transfer-Encoding: quoted-printable\r\n\r\n", "= ", 1_000_000)]
    [InlineData("\r\n", "On a b\n", 500_000)]
    [InlineData("\r\n", ">\n", 1_000_000)]
    [InlineData("\r\n", "On 10:00 a wrote:\n", 200_000)]
    [InlineData("\r\n", "From: a\n", 200_000)]
    [InlineData("\r\n", "-----\n\n\n", 300_000)]
    [InlineData("\r\n", "-- \n", 300_000)]
    [InlineData("\r\n", "Regards,\n\n\n\na@b\n", 200_000)]
    [InlineData("\r\n", "begin 644 a\n", 200_000)]
    [InlineData("\r\nbegin 644 a\n", "M0V%FPZD=0V%FPZD=0V%FPZD=0V%FPZD=0V%FPZD=0V%FPZD=0V%FPZD=0V%FP\n", 200_000)]
    [InlineData("\r\n", "Signed by:\na\n", 200_000)]
    [InlineData("Content-Type: a/b", "(", 60_000)]
    [InlineData("Authentication-Results: a", ";a=b", 16_000)]
    public async Task Endless_repetition_takes_linear_time(string start, string unit, int count) =>
        await Read(Encoding.Latin1.GetBytes("From: a@example.org\r\n" + start + Reading.Repeat(unit, count)));

    [Fact]
    public async Task A_header_beyond_the_limits_is_said()
    {
        Assert.Contains("more than 10 fields", (await Read("From: a@example.org\n" + Reading.Repeat("X: y\n", 20) + "\nx", new() { Headers = 10 })).Problems.Single(), StringComparison.Ordinal);
        Assert.Contains("more than 3 addresses", (await Read("From: a@example.org\nTo: a@b.c,d@e.f,g@h.i,j@k.l\n\nx", new() { Addresses = 3 })).Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_parts_are_read_up_to_the_limit_and_no_further()
    {
        var mail = await Read(Encoding.Latin1.GetBytes("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n" + Reading.Repeat("--b\n\nx\n", 1_000_000)));

        Assert.Contains("more than 1000 parts", mail.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_nesting_is_recorded_and_costs_no_stack()
    {
        var mail = await Read("From: a@example.org\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n")) + "\nwords");

        Assert.Contains("nested too deeply", mail.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_attachments_are_said_and_the_first_ones_kept()
    {
        var mail = await Read("From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\nContent-Type: application/pdf\n\nx\n", 30)), new() { Attachments = 20 });

        Assert.Equal(20, mail.Attachments.Count);
        Assert.Contains("more than 20 attachments", mail.Problems.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_message_over_the_limit_the_beginning_is_read()
    {
        var mail = await Read("From: a@example.org\nSubject: x\n\n" + Reading.Repeat("word ", 1_000), new() { Bytes = 100 });

        Assert.StartsWith("word", mail.Text, StringComparison.Ordinal);
        Assert.NotEmpty(mail.Problems);
    }
}
