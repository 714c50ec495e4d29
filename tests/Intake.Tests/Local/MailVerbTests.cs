using System.Text;
using System.Text.Json;
using Intake.Local.CommandLine;

namespace Intake.Tests.Local;

public sealed class MailVerbTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mail").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_message_is_one_line_with_its_files()
    {
        var read = await ReadAsync("letter.eml", "From: Ann <ann@example.org>\nSubject: Views\nMessage-ID: <m@x>\nContent-Type: multipart/mixed; boundary=A\n\n--A\n\nWe agree.\n--A\nContent-Type: text/plain; name=a.txt\nContent-Disposition: attachment\n\nabc\n--A--\n");

        var message = JsonDocument.Parse(Assert.Single(read.Messages).Json).RootElement;
        Assert.Equal(
            ("letter.eml", "m@x", "Views", "ann@example.org", "We agree.", "contribution"),
            (Word("file"), Word("messageId"), Word("subject"), Word("from"), Word("text"), Word("kind")));
        var file = Assert.Single(message.GetProperty("attachments").EnumerateArray());
        Assert.Equal(("a.txt", "text/plain", 3), (file.GetProperty("name").GetString(), file.GetProperty("type").GetString(), file.GetProperty("size").GetInt32()));
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", file.GetProperty("sha256").GetString());

        string? Word(string name) => message.GetProperty(name).GetString();
    }

    [Fact]
    public async Task A_mailbox_file_is_as_many_lines_as_it_has_messages()
    {
        var read = await ReadAsync("all.mbox", "From a@b Mon May  2 10:00:00 2026\nFrom: a@example.org\n\nFirst.\n>From here on.\nFrom within.\n\nFrom c@d Mon May  2 10:00:00 2026\nFrom: c@example.org\n\nSecond.\n");

        Assert.Equal(
            [(1, "First.\nFrom here on.\nFrom within."), (2, "Second.")],
            read.Messages.Select(one => JsonDocument.Parse(one.Json).RootElement).Select(one => (one.GetProperty("message").GetInt32(), one.GetProperty("text").GetString()!.Trim())));
    }

    [Fact]
    public async Task Bytes_that_are_no_message_are_said_to_be_unreadable() =>
        Assert.Contains("\"kind\":\"unreadable\"", Assert.Single((await ReadAsync("x.bin", "\0\u0001")).Messages).Json, StringComparison.Ordinal);

    [Fact]
    public async Task A_path_that_leads_nowhere_is_reported_and_the_others_are_read()
    {
        var files = InputFile.List([Path.Combine(_folder, "none.eml")]);

        Assert.Equal("There is no such file.", (await new MailReading(new()).ReadAsync(files.Single(), CancellationToken.None)).Problem);
    }

    private async Task<MailFile> ReadAsync(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllBytesAsync(path, Encoding.Latin1.GetBytes(content));
        return await new MailReading(new()).ReadAsync(InputFile.List([path]).Single(), CancellationToken.None);
    }
}
