using System.Diagnostics;
using Intake.Extract;
using Intake.Extract.Converters;
using Intake.Local.CommandLine;
using Intake.Receive.Mail;

namespace Intake.Benchmarks;

/// <summary>How fast documents and mail are read, in this process, on one thread, warm; beside the tools people would use.</summary>
internal sealed class ExtractBenchmark : IVerb
{
    /// <summary>Files of each kind, all different.</summary>
    private const int Files = 20;

    private readonly ExtractLimits _limits = new();

    public string Name => "extract";

    public string Summary => "MB/s and files/s of reading each kind of document, beside pdftotext alone and Python's email.";

    public IReadOnlyList<Option> Options { get; } =
        [new("--seconds", "N", "each measurement (3)"), new("--only", "KIND", "docx, odt, rtf, html, text, pdf, eml or zip")];

    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var time = TimeSpan.FromSeconds(arguments.Number("--seconds", 3, 1, 600));
        var report = new Report(Name, "kind", "kB each", "files/s", "MB/s");
        var documents = new DocumentReader(_limits, new ConverterRunner(_limits));
        var mail = new MailReader(new MailLimits());
        var folder = Directory.CreateTempSubdirectory("intake-benchmark-").FullName;
        try
        {
            foreach (var (kind, make) in SampleDocuments.All)
            {
                if (arguments.Value("--only") is { } only && only != kind)
                    continue;
                Console.Error.WriteLine($"{kind} ...");
                var files = Enumerable.Range(0, Files).Select(make).ToList();
                var read = await documents.ReadAsync(new MemoryStream(files[0]), "sample", "", cancellationToken);
                if (read.Blocks.Count == 0)
                {
                    report.Row(kind, "", "", $"not read: {read.Problem}");
                    continue;
                }

                var ours = Row(report, kind, files, await RateAsync(files, time, content => documents.ReadAsync(content, "sample", "", cancellationToken)));
                if (kind == SampleDocuments.Pdf)
                    Compare(report, "- pdftotext alone", files, ours, await PdfToText.RateAsync(files, time, folder, cancellationToken));
                if (kind != SampleDocuments.Mail)
                    continue;
                ours = Row(report, "the mail alone, its attachments decoded but not read", files, await RateAsync(files, time, content => mail.ReadAsync(content, cancellationToken)));
                Compare(report, "- Python's email", files, ours, await PythonMail.RateAsync(files, time, folder, cancellationToken));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        report.Print(arguments, Options, $"{Files} files of each kind, made by the benchmark, read round and round on one thread after a warm-up.");
        return 0;
    }

    /// <summary>Files a second; the time before counts as warm-up and is as long.</summary>
    private static async Task<double> RateAsync<T>(List<byte[]> files, TimeSpan time, Func<Stream, Task<T>> read)
    {
        await RoundsAsync();
        GC.Collect();
        return await RoundsAsync();

        async Task<double> RoundsAsync()
        {
            var begun = Stopwatch.GetTimestamp();
            var count = 0;
            do
            {
                foreach (var file in files)
                    await read(new MemoryStream(file));
                count += files.Count;
            }
            while (Stopwatch.GetElapsedTime(begun) < time);
            return count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
    }

    private static double Row(Report report, string what, List<byte[]> files, double rate)
    {
        var bytes = files.Average(file => file.Length);
        report.Row(what, Report.Number(bytes / 1000), Report.Number(rate, 0), Report.Number(rate * bytes / 1_000_000));
        return rate;
    }

    private static void Compare(Report report, string what, List<byte[]> files, double ours, double? rival)
    {
        if (rival is not { } rate)
        {
            report.Row(what, "", "not installed here", "");
            return;
        }

        Row(report, what, files, rate);
        report.Row("- ratio", "", Report.Number(ours / rate, 2), "");
    }
}
