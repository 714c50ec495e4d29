using Intake.Calls;
using Intake.Receive;
using Intake.Synthesis;

namespace Intake.Tests.Publish;

/// <summary>A digest in which every section has something to say, also things that are hostile to a format.</summary>
internal static class FullDigest
{
    public const string Hostile = "<script>alert(1)</script> [x](javascript:alert(2)) ![y](https://evil.example/i.png) | `code` *bold* ]]> --> {onclick=1} \"q\" 'a' &lt;b&gt;";
    public const string HostileName = "=HYPERLINK(\"https://evil.example\",\"x\") <b>Eve</b> | \u202Egnp";
    public const string Arabic = "ينبغي أن تكون المشاركة عن بعد متاحة لجميع أصحاب المصلحة في كل مراحل العملية.";
    public const string Chinese = "工作组应当考虑设立一个透明的基金,以支持发展中国家的参与。";
    public const string Russian = "Следует сохранить существующий механизм и не создавать нового.";
    public const string French = "Le groupe de travail devrait inviter les gouvernements à financer la participation à distance.";

    private static readonly DateTimeOffset Opens = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    public static Uri Site { get; } = new("https://intake.example/");

    public static Digest Of() => new()
    {
        Call = new DigestCall(
            "forum-2026", "Improving the forum: <general> call for contributions & views", Stage.Consultation, Opens,
            new DateTimeOffset(2026, 4, 30, 16, 0, 0, TimeSpan.Zero), "Europe/Zurich", ["en", "fr", "ar", "zh"]),
        Number = 3,
        Generated = new DateTimeOffset(2026, 5, 11, 6, 0, 0, TimeSpan.Zero),
        ScheduledFor = new DateTimeOffset(2026, 5, 11, 5, 0, 0, TimeSpan.Zero),
        Period = new Period(new DateTimeOffset(2026, 4, 6, 6, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 11, 6, 0, 0, TimeSpan.Zero)),
        Interim = false,
        Brief = [Brief("financing-11aa22bb", MessageKind.Convergence, Chinese, "zh", 7, 0), Brief("financing-22bb33cc", MessageKind.Divergence, Russian, "ru", 4, 3), Brief("participation-33cc44dd", MessageKind.Option, French, "fr", 2, 0, "participation")],
        Process = new Process(
            [
                new ProcessCheck(ProcessCheckKind.Notice, true, "115 days from opening to closing; the call's rule is 90."),
                new ProcessCheck(ProcessCheckKind.Channels, true, "web, e-mail"),
                new ProcessCheck(ProcessCheckKind.Languages, true, "English, French, Arabic, Chinese"),
                new ProcessCheck(ProcessCheckKind.Meetings, false, "None of the 2 meetings can be attended from afar."),
                new ProcessCheck(ProcessCheckKind.Format, true, "The call says what form a contribution may have."),
                new ProcessCheck(ProcessCheckKind.Heard, false, "Nothing was received from academia."),
            ],
            [new DayCount(new DateOnly(2026, 1, 20), 1), new DayCount(new DateOnly(2026, 3, 2), 2), new DayCount(new DateOnly(2026, 4, 29), 5), new DayCount(new DateOnly(2026, 4, 30), 9), new DayCount(new DateOnly(2026, 5, 3), 1)],
            [new ProcessMeeting("Consultation with *regions* | Geneva", Opens.AddDays(60), false), new ProcessMeeting("Second reading", Opens.AddDays(100), false)]),
        Reception = new Reception(
            23,
            [new Removal(RemovalReason.Superseded, 4), new Removal(RemovalReason.Withdrawn, 1), new Removal(RemovalReason.Unreadable, 1), new Removal(RemovalReason.Duplicate, 1), new Removal(RemovalReason.Campaign, 2)],
            14, 1, 1,
            [new Campaign("c05", 3, 2, [new GroupCount("civil-society", 2), new GroupCount("individual", 1)], ["c05", "c06", "c07"])],
            [new Duplicate("c16", "c17")]),
        Participation = Participation(),
        Questions =
        [
            Question(1, "How should the forum be financed?", QuestionStatus.Answered, QuestionStatus.Partly, 6, [new GroupCount("government", 2), new GroupCount("civil-society", 4)], [Quote("c05", 12, Chinese, "zh", "civil-society", "绿色联盟")]),
            Question(2, "من ينبغي أن يشارك؟ | *كيف*", QuestionStatus.Partly, null, 2, [new GroupCount("government", 2)], [Quote("c02", 3, Arabic, "ar", "government", "وزارة الاتصالات")]),
            Question(3, "What of the mechanism?", QuestionStatus.Unanswered, QuestionStatus.Unanswered, 0, [], []),
        ],
        Themes = [Financing(), Remote(), Empty()],
        Outside = new OutsideSection
        {
            Contributions = 1,
            Of = 14,
            Groups = [new GroupCount("individual", 1)],
            Withheld = 0,
            Phrases = [new ThemePhrase("school meals", 1, .7, "en")],
            Messages = [Single("outside-0000000a", Quote("c12", 1, "School meals matter to us more than any forum does.", "en", "individual", "Ann Example"), 1)],
            Quotes = [],
        },
        Emerging = new Emerging(
            [new CrossCuttingTag("gender & youth", ["financing", "participation"], 9)],
            [new EmergingPhrase("data sovereignty", "en", 4, 2, [new GroupCount("civil-society", 3), new GroupCount("government", 1)]), new EmergingPhrase("السيادة الرقمية", "ar", 3, null, [new GroupCount("government", 3)])]),
        Requests = [new ProcessRequest("r1a2b3c4", 3, [new GroupCount("civil-society", 3)], Opens.AddDays(40), 2, [Quote("c04", 9, "Please extend the deadline by two weeks.", "en", "civil-society", "=cmd|' /C calc'!A0")])],
        Changes = new Changes(
            2, new ChangeList(3, ["c12", "c13", "c14"]), new ChangeList(1, ["c02"]), new ChangeList(1, ["c09"]), new ChangeList(0, []), new ChangeList(1, ["c10"]), new ChangeList(1, ["c03"]),
            ["participation-33cc44dd"], ["financing-11aa22bb"], [new VanishedMessage("financing-99ffee00", "financing", 2)]),
        FollowUp = new FollowUp(
            [new DecisionNote(2, "financing-11aa22bb", "Plenary of the group", "Asked the secretariat for options | of a fund", "accepted", new DateOnly(2026, 4, 20)), new DecisionNote(1, null, "Bureau", "Took note", "done", new DateOnly(2026, 2, 2))],
            [new ForumNote("Annual forum, session 12", new DateOnly(2026, 4, 21), "https://forum.example/12"), new ForumNote("Hostile link", new DateOnly(2026, 4, 22), "javascript:alert(1)")]),
        Method = new Method
        {
            ReadingNote = Method.Reading,
            PhraseEngines = [new EngineUse("embedded 2", 14)],
            ThemeEngines = [new EngineUse("learned 1", 14)],
            Quotes = 26,
            QuotesChecked = 26,
            IsSmallSample = true,
            Statements = 61,
            ReadClosely = 14,
            PassagesConfirmed = 12,
            Passages = 140,
            Notes = ["Two letters are near-equal when most of their words stand in the same order.", "Counts are of contributions, not of people."],
        },
        Ledger = new Ledger(19, Rows(), []),
        Corrections =
        [
            new CorrectionNote("k-0001", 2, "financing-11aa22bb", "We are *for* a fund, not against it.", Opens.AddDays(100), "Corrected: counted in favour.", Opens.AddDays(104)),
            new CorrectionNote("k-0002", 2, null, null, Opens.AddDays(110), null, null),
        ],
    };

    public static Quote Quote(string contribution, int passage, string text, string language, string group, string contributor, bool? supports = null) => new()
    {
        Contribution = contribution,
        Revision = contribution == "c02" ? 2 : 1,
        Document = 1,
        Start = 100,
        End = 100 + text.Length,
        Text = text,
        Passage = passage,
        Excerpt = passage % 2 == 0,
        Language = language,
        Group = group,
        Contributor = contributor,
        Supports = supports,
    };

    public static Message Single(string id, Quote quote, int of) => new()
    {
        Id = id,
        Kind = MessageKind.SingleView,
        Supporting = 1,
        Opposing = 0,
        Of = of,
        Breadth = Breadth.One,
        Supporters = [new GroupCount(quote.Group, 1)],
        Opponents = [],
        Addressees = [],
        Quotes = [quote],
        SupportedBy = [quote.Contribution],
        OpposedBy = [],
        CampaignLetters = 0,
        Change = MessageChange.Same,
        Before = 1,
    };

    private static BriefMessage Brief(string id, MessageKind kind, string text, string language, int supporting, int opposing, string theme = "financing") => new(
        id, theme, kind, Quote("c01", 4, text, language, "government", "Ministry of Example"), ["government", "civil-society"], supporting, opposing, 12);

    private static ThemeSection Financing() => new()
    {
        Id = "financing",
        Title = "Financing | <i>who</i> pays",
        Contributions = 12,
        Of = 14,
        Groups = [new GroupCount("government", 4), new GroupCount("civil-society", 5), new GroupCount("intergovernmental-organisation", 1), new GroupCount("individual", 2)],
        Withheld = 1,
        Phrases = [new ThemePhrase("voluntary fund", 6, .9, "en"), new ThemePhrase("*fonds* | volontaire", 2, .8, "fr"), new ThemePhrase("صندوق طوعي", 2, .8, "ar")],
        Messages =
        [
            new Message
            {
                Id = "financing-11aa22bb", Kind = MessageKind.Convergence, Supporting = 7, Opposing = 0, Of = 12, Breadth = Breadth.Most,
                Supporters = [new GroupCount("government", 3), new GroupCount("civil-society", 4)], Opponents = [], Addressees = ["governments", "working-group"],
                Quotes = [Quote("c05", 12, Chinese, "zh", "civil-society", "绿色联盟", true), Quote("c02", 3, Arabic, "ar", "government", "وزارة الاتصالات", true), Quote("c01", 4, Hostile, "en", "civil-society", HostileName, true)],
                SupportedBy = ["c01", "c02", "c03", "c04", "c05", "c08", "c11"], OpposedBy = [], CampaignLetters = 2, Change = MessageChange.Grown, Before = 5,
            },
            new Message
            {
                Id = "financing-22bb33cc", Kind = MessageKind.Divergence, Supporting = 4, Opposing = 3, Of = 12, Breadth = Breadth.Few,
                Supporters = [new GroupCount("government", 4)], Opponents = [new GroupCount("civil-society", 2), new GroupCount("individual", 1)], Addressees = [],
                Quotes = [Quote("c03", 7, Russian, "ru", "government", "Министерство", true), Quote("c04", 8, "A new mechanism is needed, and soon.", "en", "civil-society", "-2+3 Alliance", false)],
                SupportedBy = ["c02", "c03", "c11", "c13"], OpposedBy = ["c04", "c08", "c14"], CampaignLetters = 0, Change = MessageChange.Same, Before = 7,
            },
            .. Enumerable.Range(1, 7).Select(index => Single(
                $"financing-5500000{index}", Quote($"c{index:D2}", 20 + index, $"View {index} is held by one contributor alone, and it is printed.", index == 3 ? "und" : "en", "civil-society", $"Society {index}"), 12)),
        ],
        Quotes = [Quote("c13", 2, "Costs are to be shared fairly among all who can bear them.", "en", "government", "Ministry of Sharing")],
    };

    private static ThemeSection Remote() => new()
    {
        Id = "participation",
        Title = "المشاركة عن بعد",
        Contributions = 5,
        Of = 14,
        Groups = [new GroupCount("government", 1), new GroupCount("civil-society", 4)],
        Withheld = 0,
        Phrases = [],
        Messages =
        [
            new Message
            {
                Id = "participation-33cc44dd", Kind = MessageKind.Option, Supporting = 2, Opposing = 0, Of = 5, Breadth = Breadth.Some,
                Supporters = [new GroupCount("civil-society", 2)], Opponents = [], Addressees = ["secretariat"],
                Quotes = [Quote("c08", 3, French, "fr", "civil-society", "Réseau & Cie", true)],
                SupportedBy = ["c04", "c08"], OpposedBy = [], CampaignLetters = 0, Change = MessageChange.New,
            },
            Single("participation-44dd55ee", Quote("c14", 5, "Line one of a quote\nand its second line.", "en", "civil-society", "Two\tLines"), 5) with { Quotes = [] },
        ],
        Quotes = [],
    };

    private static ThemeSection Empty() => new()
    {
        Id = "membership",
        Title = "Membership",
        Contributions = 0,
        Of = 14,
        Groups = [],
        Withheld = 0,
        Phrases = [],
        Messages = [],
        Quotes = [],
    };

    private static QuestionSection Question(
        int number, string text, QuestionStatus status, QuestionStatus? before, int contributions, IReadOnlyList<GroupCount> groups, IReadOnlyList<Quote> quotes) => new()
        {
            Number = number,
            Text = text,
            Themes = number == 1 ? ["financing"] : ["participation"],
            Status = status,
            Before = before,
            Contributions = contributions,
            Of = 14,
            Groups = groups,
            Withheld = 0,
            Quotes = quotes,
        };

    private static Participation Participation() => new()
    {
        Received = 19,
        Included = 17,
        Pending = 0,
        Failed = 1,
        Withdrawn = 1,
        Late = 1,
        Withheld = 1,
        Outside = 1,
        Revised = 3,
        Words = 12_345,
        Groups = [new Share("government", 5, 5, 5_000), new Share("civil-society", 10, 9, 6_000), new Share("intergovernmental-organisation", 1, 1, 345), new Share("individual", 3, 2, 1_000)],
        Countries = [new Share("KE", 9, 9, 6_000), new Share("CN", 5, 5, 3_000), new Share("not-stated", 5, 3, 3_345)],
        Regions = [new Share("africa", 9, 9, 6_000), new Share("asia", 5, 5, 3_000), new Share("not-stated", 5, 3, 3_345)],
        Development = [new Share("least-developed", 2, 2, 900), new Share("other", 12, 12, 8_100), new Share("not-stated", 5, 3, 3_345)],
        Entities = [new Share("organisation", 15, 14, 11_000), new Share("individual", 3, 2, 1_000), new Share("not-stated", 1, 1, 345)],
        Languages = [new Share("en", 11, 10, 7_345), new Share("ar", 3, 3, 2_000), new Share("zh", 3, 2, 2_000), new Share("fr", 1, 1, 500), new Share("ru", 1, 1, 500)],
        Channels = [new Share("email", 13, 12, 9_000), new Share("web", 6, 5, 3_345)],
        Expected = [new Expectation("government", 20, 4, 16), new Expectation("civil-society", 8, 9, 0), new Expectation("academia", 5, 0, 5)],
        Unheard = ["academia", "private-sector", "technical-community"],
        UnheardRegions = ["oceania", "latin-america-and-the-caribbean"],
        Endorsements = 3,
        Endorsers = ["@SUM(1)", "Fédération des réseaux", "اتحاد"],
        Loudest = new LoudVoice("Long & Wide <Institute>", 1, 4_000, 12_345),
    };

    private static List<LedgerRow> Rows() =>
    [
        .. Enumerable.Range(1, 19).Select(index => new LedgerRow
        {
            Contribution = $"c{index:D2}",
            Revision = index == 2 ? 2 : 1,
            Contributor = index switch { 1 => HostileName, 2 => "وزارة الاتصالات", 5 => "绿色联盟", 15 => "withheld", _ => $"Society {index}" },
            Group = index % 4 == 2 ? "government" : "civil-society",
            Country = index % 3 == 0 ? null : "KE",
            Language = index switch { 2 => "ar", 5 => "zh", 3 => "ru", _ => "en" },
            Channel = index % 2 == 0 ? Channel.Email : Channel.Web,
            Received = Opens.AddDays(index * 6),
            Late = index == 18,
            Status = index switch { 9 => Status.Withdrawn, 10 => Status.Failed, _ => Status.Analysed },
            Removed = index switch { 6 or 7 => RemovalReason.Campaign, 16 => RemovalReason.Duplicate, 9 => RemovalReason.Withdrawn, 10 => RemovalReason.Unreadable, _ => null },
            CountedAs = index switch { 6 or 7 => "c05", 16 => "c17", _ => null },
            UsedIn = index is 9 or 10 ? [] : index % 2 == 0 ? ["financing", "Q1"] : ["participation"],
            Messages = index is 1 or 2 or 5 ? ["financing-11aa22bb"] : [],
            Quotes = index % 3,
            Why = index switch { 9 => "withdrawn", 10 => "could not be read: the file is | damaged", 15 => "counted, not quoted: text withheld at the contributor's wish", _ => null },
            Problems = index == 10 ? ["letter.pdf: it is encrypted"] : null,
        }),
    ];
}
