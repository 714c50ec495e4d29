using System.Globalization;
using System.Text.Json;
using Intake.Calls;
using Intake.Extract;
using Intake.Extract.Converters;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Receive;
using Intake.Receive.Mail;
using Intake.Synthesis;
using Intake.Tests.Repository;
using Intake.Tests.Synthesis;
using Intake.Themes;

namespace Intake.Tests.Publish;

/// <summary>
/// The sample call with its contributions, taken through the stages' own classes under fixed ids and times, so that its digest is
/// the same every time.
/// </summary>
internal static class SampleCall
{
    private static readonly DateTimeOffset Received = new(2026, 2, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly ExtractLimits Limits = new();
    private static readonly DocumentReader Reader = new(Limits, new ConverterRunner(Limits));
    private static readonly EmbeddedAnalyser Analyser = new();
    private static readonly ThemeClassifier Classifier = new();

    public static async Task<Digest> DigestAsync()
    {
        var folder = Path.Combine(RepositoryFiles.Root, "local", "sample");
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, "call.json")));
        var call = CallReader.Read(json.RootElement, "sample", [])!;
        var source = new MemorySource();
        var files = Directory.GetFiles(Path.Combine(folder, "contributions")).Order(StringComparer.Ordinal)
            .Concat(Directory.GetFiles(Path.Combine(folder, "mail")).Order(StringComparer.Ordinal));
        foreach (var (index, file) in files.Index())
        {
            var (submission, documents) = file.EndsWith(".eml", StringComparison.Ordinal) ? await MailAsync(file) : await JsonAsync(call, file);
            var contribution = await AnalyseAsync(call, index, submission, documents);
            source.Set(contribution);
            source.Add(Sample.Entry(contribution));
        }

        var compiled = await new DigestCompiler().CompileAsync(
            call, 1, null, source, source.Ledger, Noted.Nothing, Received.AddDays(20), null, CancellationToken.None);
        return compiled.Digest;
    }

    private static async Task<(Submission Submission, List<(string, string, byte[])> Documents)> JsonAsync(Call call, string file)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var submission = JsonSubmission.Read(json.RootElement, call, []);
        return (submission, [.. submission.TypedDocuments()]);
    }

    private static async Task<(Submission Submission, List<(string, string, byte[])> Documents)> MailAsync(string file)
    {
        await using var content = File.OpenRead(file);
        var mail = await new MailReader(new MailLimits()).ReadAsync(content, CancellationToken.None);
        var submission = new Submission { Title = mail.Subject, Text = mail.OwnText, Contributor = new Contributor { Name = mail.From!.Name } };
        return (submission,
        [
            .. submission.TypedDocuments(),
            .. mail.Attachments.Select(attachment => (attachment.Name, attachment.ContentType, attachment.Content.ToArray())),
        ]);
    }

    private static async Task<AnalysedContribution> AnalyseAsync(
        Call call, int index, Submission submission, List<(string Name, string Type, byte[] Content)> documents)
    {
        var read = new List<ReadDocument>();
        var texts = new Dictionary<int, string>();
        foreach (var (name, type, content) in documents)
        {
            var text = await Reader.ReadAsync(new MemoryStream(content), name, type, CancellationToken.None);
            var languages = await Analyser.DetectLanguagesAsync([.. text.Blocks.Select(block => text.Text[block.Start..block.End])], CancellationToken.None);
            read.Add(PassageBuilder.Build(read.Count + 1, name, text, 1 + read.Sum(document => document.Passages.Count), languages));
            texts[read.Count] = text.Text;
        }

        var passages = read.SelectMany(document => document.Passages)
            .Where(passage => passage.IsOwn)
            .Select(passage => new PassageText(passage, passage.In(texts[passage.Document])))
            .ToList();
        var phrases = await Analyser.FindKeyPhrasesAsync(passages, CancellationToken.None);
        var classification = Classifier.Classify(call, "1", passages, phrases);
        return new AnalysedContribution
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"sample{index + 1:00}"),
            Revision = 1,
            Status = Status.Analysed,
            Channel = submission.Contributor.StakeholderGroup is null ? Channel.Email : Channel.Web,
            Received = Received.AddHours(index),
            Title = submission.Title,
            Contributor = submission.Contributor.Public(),
            Language = submission.Language ?? read.MaxBy(document => document.Characters)!.Language,
            Extraction = new Extraction(read),
            Texts = texts,
            Phrases = phrases,
            Classification = classification,
            Positions = StatementFinder.Find(passages, classification),
        };
    }
}
