using Intake.Calls;
using Intake.Extract;
using Intake.KeyPhrases;
using Intake.Positions;
using Intake.Receive;
using Intake.Storage;
using Intake.Synthesis;
using Intake.Themes;

namespace Intake.Tests.Synthesis;

/// <summary>Makes calls and contributions for tests: as the stages would, with the simplest of rules.</summary>
public static class Sample
{
    public static readonly DateTimeOffset Opens = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset Now = new(2026, 3, 20, 8, 0, 0, TimeSpan.Zero);

    public static Call Call { get; } = new()
    {
        Id = "forum-2026",
        Title = "Improving the forum",
        Description = "The working group asks for views on how the forum may be improved.",
        Opens = Opens,
        Closes = new(2026, 4, 30, 22, 0, 0, TimeSpan.Zero),
        TimeZone = "Europe/Zurich",
        Languages = ["en", "fr"],
        Themes =
        [
            new Theme { Id = "participation", Title = "Participation", Keywords = ["participation", "remote", "المشاركة"] },
            new Theme { Id = "funding", Title = "Funding", Keywords = ["fund", "financement"] },
            new Theme { Id = "outcomes", Title = "Outcomes", Keywords = ["outcome", "messages"] },
        ],
        Questions =
        [
            new Question { Number = 1, Text = "How can participation of newcomers be made easier?", Themes = ["participation"] },
            new Question { Number = 2, Text = "Which ways of funding should be explored?", Themes = ["funding"] },
            new Question { Number = 3, Text = "What should become of the outcomes?", Themes = ["outcomes"] },
        ],
        Rules = new Rules
        {
            Expected = new Dictionary<StakeholderGroup, int>
            {
                [StakeholderGroup.Academia] = 2,
                [StakeholderGroup.Government] = 3,
                [StakeholderGroup.CivilSociety] = 1,
            },
        },
    };

    /// <summary>Each line is a passage; one beginning with # is a heading; "Q2" in it refers to a question.</summary>
    public static AnalysedContribution Contribution(
        string id,
        string text,
        Contributor? contributor = null,
        string language = "en",
        int revision = 1,
        Status status = Status.Analysed,
        int minutes = 0)
    {
        var passages = new List<Passage>();
        var found = new List<PassageThemes>();
        var phrases = new List<KeyPhrase>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().Length > 0)
            {
                var number = passages.Count + 1;
                passages.Add(new Passage
                {
                    Number = number,
                    Document = 1,
                    Start = start,
                    End = start + line.Length,
                    Language = language,
                    Kind = line.StartsWith('#') ? PassageKind.Heading : PassageKind.Paragraph,
                });
                found.Add(new PassageThemes(number, ThemesOf(line), QuestionsOf(line)));
                phrases.AddRange(PhrasesOf(line, number, start));
            }

            start += line.Length + 1;
        }

        var analysed = status == Status.Analysed;
        var classification = new Classification(
            "test themes 1",
            "1",
            [.. found.SelectMany(passage => passage.Themes).DistinctBy(theme => theme.Theme)],
            [.. found.SelectMany(passage => passage.Questions).Distinct().Order()],
            found);
        return new AnalysedContribution
        {
            Id = id,
            Revision = revision,
            Status = status,
            Reason = status == Status.Failed ? "the file is encrypted" : null,
            Channel = Channel.Email,
            Received = Opens.AddDays(1).AddMinutes(minutes),
            Contributor = (contributor ?? From(StakeholderGroup.CivilSociety, "Ada Example")).Public(),
            Language = language,
            Extraction = analysed ? new Extraction([new ReadDocument
            {
                Number = 1,
                Name = "letter.txt",
                Kind = "text",
                Characters = text.Length,
                Language = language,
                Passages = passages,
            }]) : null,
            Phrases = analysed ? new PhraseSet("test phrases 1", phrases, phrases) : null,
            Classification = analysed ? classification : null,
            Positions = analysed
                ? StatementFinder.Find([.. passages.Select(passage => new PassageText(passage, passage.In(text)))], classification)
                : null,
            Texts = analysed ? new Dictionary<int, string> { [1] = text } : new Dictionary<int, string>(),
        };
    }

    public static Contributor From(StakeholderGroup? group, string? name, PublishAs publish = PublishAs.Name) => new()
    {
        Name = name,
        Email = "someone@example.org",
        StakeholderGroup = group,
        Country = "KE",
        Publish = publish,
    };

    public static JournalEntry Entry(AnalysedContribution contribution, JournalKind? kind = null) => new(
        contribution.Received.AddMinutes(1),
        contribution.Id,
        contribution.Revision,
        kind ?? contribution.Status switch
        {
            Status.Analysed => JournalKind.Analysed,
            Status.Failed => JournalKind.Failed,
            Status.Withdrawn => JournalKind.Withdrawn,
            _ => JournalKind.Received,
        });

    public static MemorySource Source(params IEnumerable<AnalysedContribution> contributions)
    {
        var source = new MemorySource();
        foreach (var contribution in contributions)
        {
            source.Set(contribution);
            source.Add(Entry(contribution));
        }

        return source;
    }

    public static Task<CompiledDigest> CompileAsync(
        MemorySource source, DigestState? previous = null, int number = 1, Call? call = null, DateTimeOffset? now = null,
        DigestOptions? options = null, Noted? noted = null) =>
        new DigestCompiler(options).CompileAsync(
            call ?? Call, number, previous, source, source.Ledger, noted ?? Noted.Nothing, now ?? Now, null, CancellationToken.None);

    private static List<ThemeScore> ThemesOf(string line) =>
    [
        .. Call.Themes
            .Select(theme => new ThemeScore(
                theme.Id, 0.8, [.. theme.Keywords.Where(word => line.Contains(word, StringComparison.OrdinalIgnoreCase))]))
            .Where(score => score.Why.Count > 0),
    ];

    private static List<int> QuestionsOf(string line) =>
        [.. Call.Questions.Select(question => question.Number).Where(number => line.Contains($"Q{number}", StringComparison.Ordinal))];

    /// <summary>Two words that follow each other and are long enough.</summary>
    private static IEnumerable<KeyPhrase> PhrasesOf(string line, int passage, int start)
    {
        var from = 0;
        while (line.IndexOf(' ', from) is var space and > 0)
        {
            var end = line.IndexOf(' ', space + 1);
            end = end < 0 ? line.Length : end;
            if (space - from >= 6 && end - space > 6)
            {
                yield return new KeyPhrase(line[from..end], 0.5, passage, start + from, start + end);
            }

            from = space + 1;
        }
    }
}
