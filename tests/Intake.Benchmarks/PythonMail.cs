using System.Globalization;

namespace Intake.Benchmarks;

/// <summary>Python's own mail package, doing what Intake does with a mail: header, text, attachments decoded.</summary>
internal static class PythonMail
{
    /// <summary>Reads all files into memory, goes round them for the time as a warm-up, then again; prints the files a second.</summary>
    private const string Script = """
        import email, email.policy, os, sys, time
        folder, seconds = sys.argv[1], float(sys.argv[2])
        files = [open(os.path.join(folder, name), 'rb').read() for name in sorted(os.listdir(folder)) if name.endswith('.eml')]

        def read(raw):
            message = email.message_from_bytes(raw, policy=email.policy.default)
            found = [str(message['subject']), str(message['from']), str(message['date'])]
            for part in message.walk():
                if part.is_multipart():
                    continue
                if part.get_content_maintype() == 'text' and not part.is_attachment():
                    found.append(part.get_content())
                else:
                    found.append((part.get_filename(), part.get_payload(decode=True)))
            return found

        for _ in range(2):
            begun, count = time.perf_counter(), 0
            while time.perf_counter() - begun < seconds:
                for raw in files:
                    read(raw)
                count += len(files)
            rate = count / (time.perf_counter() - begun)
        print(rate)
        """;

    /// <summary>Files a second; null when there is no python3.</summary>
    public static async Task<double?> RateAsync(List<byte[]> files, TimeSpan time, string folder, CancellationToken cancellationToken)
    {
        foreach (var (number, file) in files.Index())
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{number:00}.eml"), file, cancellationToken);
        var seconds = time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var said = await RivalProcess.RunAsync("python3", ["-", folder, seconds], Script, cancellationToken);
        return said is null ? null : double.Parse(said, CultureInfo.InvariantCulture);
    }
}
