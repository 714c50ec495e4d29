using System.Text;
using Intake.Calls;
using Intake.Extract;
using Intake.Extract.PlainText;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Receive;
using Intake.Storage;
using Intake.Synthesis;
using Intake.Themes;

namespace Intake.Benchmarks.Digests;

/// <summary>Takes a letter the way of a contribution, without queues: the very bytes that the stages would store.</summary>
internal sealed class Analyst(Call call)
{
    private readonly EmbeddedAnalyser _analyser = new();
    private readonly ThemeClassifier _classifier = new();
    private readonly PlainTextReader _reader = new(new ExtractLimits());

    public async Task<StoredContribution> AnalyseAsync(Letter letter, DateTimeOffset received, CancellationToken cancellation)
    {
        var read = _reader.Read(letter.Text(call));
        var languages = await _analyser.DetectLanguagesAsync([.. read.Blocks.Select(block => read.Text[block.Start..block.End])], cancellation);
        var document = PassageBuilder.Build(1, "letter.txt", read, 1, languages);
        var passages = document.Passages.Select(passage => new PassageText(passage, passage.In(read.Text))).ToList();
        var phrases = await _analyser.FindKeyPhrasesAsync(passages, cancellation);
        var classification = _classifier.Classify(call, "1", passages, phrases);
        return new StoredContribution(
            Row(letter, received, Status.Analysed, document.Language),
            Encoding.UTF8.GetBytes(read.Text),
            AnalysisStore.Bytes(new Extraction([document])),
            AnalysisStore.Bytes(phrases),
            AnalysisStore.Bytes(classification),
            AnalysisStore.Bytes(StatementFinder.Find(passages, classification)));
    }

    /// <summary>What the table has of it.</summary>
    public static byte[] Row(Letter letter, DateTimeOffset received, Status status, string language) => AnalysisStore.Bytes(new AnalysedContribution
    {
        Id = Letter.Id(letter.Number, received),
        Revision = letter.Revision,
        Status = status,
        Channel = (Channel)(letter.Number % 3),
        Received = received,
        Contributor = letter.Contributor,
        Language = language,
    });
}

/// <summary>A revision as it is stored: its row, and its blobs.</summary>
internal sealed record StoredContribution(byte[] Row, byte[] Text, byte[] Passages, byte[] Phrases, byte[] Themes, byte[] Positions)
{
    public byte[][] Parts => [Row, Text, Passages, Phrases, Themes, Positions];
}
