using System.Globalization;
using Intake.Extract;
using Intake.Receive.Mail;
using Intake.Tests.Extract;
using Intake.Tests.Receive.Mail;

namespace Intake.Tests.Hostile;

/// <summary>
/// Reads within a budget: the reader ends before a deadline that no honest reading comes near, and allocates no more than
/// a number of bytes for each byte that came in. What is allocated bounds what can be in use at any time.
/// </summary>
internal static class Budget
{
    /// <summary>Bytes that any reading may allocate: buffers, tables, the samples of detectors.</summary>
    private const long Constant = 48 * 1024 * 1024;

    /// <summary>Bytes allocated for each byte received, and inflated from it.</summary>
    private const long PerByte = 300;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>What is made once, whoever reads first (letter counts, tables of charsets), is not on any document's account.</summary>
    static Budget()
    {
        // Words in no declared character set, which all that tells languages and character sets apart is asked about.
        byte[] letter = [.. "Subject: x\n\n"u8, 0xD3, 0xF7, 0xE0, 0xF1, 0xF2, 0xE8, 0xE5, (byte)' ', 0xE2, 0xE0, 0xE6, 0xED, 0xEE, .. " and an open forum"u8];
        foreach (var document in new[] { letter, Samples.Html.Whole(), Samples.Docx.Whole(), Samples.Mail.Whole() })
        {
            using var stream = new MemoryStream(document);
            Reading.Reader(new()).ReadAsync(stream, "letter", "", CancellationToken.None).Wait(CancellationToken.None);
            stream.Position = 0;
            new MailReader(new()).ReadAsync(stream, CancellationToken.None).Wait(CancellationToken.None);
        }
    }

    /// <param name="bytes">The document.</param>
    /// <param name="name">Its name, a hint.</param>
    /// <param name="inflated">Bytes of what is compressed in it, when that is what was attacked.</param>
    /// <param name="limits">The reader's limits.</param>
    public static ReadText Read(byte[] bytes, string name = "letter", long inflated = 0, ExtractLimits? limits = null)
    {
        // A converter that hangs is stopped well before the reader's own deadline.
        limits ??= new() { ConverterSeconds = 5 };
        using var stream = new MemoryStream(bytes);
        var read = Within(bytes.Length + inflated, ct => Reading.Reader(limits).ReadAsync(stream, name, "", ct));
        Reading.HasSoundBlocks(read);
        Assert.All(read.Blocks, block => Assert.InRange(block.End - block.Start, 1, limits.BlockCharacters));
        HasVerbatimQuotes(read);
        return read;
    }

    public static InboundMail ReadMail(byte[] bytes, MailLimits? limits = null)
    {
        using var stream = new MemoryStream(bytes);
        var mail = Within(bytes.Length, ct => new MailReader(limits ?? new()).ReadAsync(stream, ct));
        Mailing.IsSound(mail);
        return mail;
    }

    /// <summary>The readers work on the thread that calls them, but for what waits for another process.</summary>
    private static T Within<T>(long size, Func<CancellationToken, Task<T>> read)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var task = read(deadline.Token);
        Assert.True(task.Wait(Deadline * 2, CancellationToken.None), "the reader does not look at its cancellation");
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var most = Constant + (PerByte * size);
        Assert.True(allocated <= most, string.Create(CultureInfo.InvariantCulture, $"{allocated:N0} bytes were allocated for {size:N0}; at most {most:N0} were expected"));
        return task.Result;
    }

    /// <summary>What becomes of the blocks: passages whose text is the text at their offsets.</summary>
    private static void HasVerbatimQuotes(ReadText read)
    {
        var document = PassageBuilder.Build(1, "letter", read, 1, [.. read.Blocks.Select(_ => "und")]);
        Assert.Equal(read.Text.Length, document.Characters);
        Assert.Equal(read.Blocks.Select(block => read.Text[block.Start..block.End]), document.Passages.Select(passage => passage.In(read.Text)));
    }
}
