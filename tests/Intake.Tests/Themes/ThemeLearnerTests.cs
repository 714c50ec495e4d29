using Intake.Themes.Learning;

namespace Intake.Tests.Themes;

/// <summary>What is learned of themes from a few hundred passages made of words of three fields.</summary>
public sealed class ThemeLearnerTests
{
    private static readonly string[][] Fields =
    [
        ["harvest", "farmers", "crops", "soil", "irrigation", "seeds", "maize", "drought", "livestock", "pasture", "fertiliser", "granary"],
        ["teachers", "pupils", "classroom", "curriculum", "literacy", "textbooks", "schooling", "exams", "homework", "kindergarten", "tuition", "learners"],
        ["hospital", "nurses", "vaccines", "patients", "clinics", "malaria", "midwives", "medicines", "surgery", "epidemic", "diagnosis", "wards"],
    ];

    private static readonly string[] Anything =
        ["country", "report", "year", "region", "people", "many", "support", "number", "national", "local", "figures", "minister", "plan", "village"];

    private static readonly IReadOnlyList<ThemeText> Themes =
    [
        new([("Agriculture", "en", 2), ("Farmers and their crops", "en", 1)]),
        new([("Education", "en", 2), ("Teachers and pupils", "en", 1)]),
        new([("Health", "en", 2), ("Patients, nurses and hospital care", "en", 1)]),
    ];

    [Fact]
    public void From_descriptions_alone_it_learns_words_that_no_description_has()
    {
        var model = ThemeLearner.Learn(Themes, Unlabelled(300));

        Assert.Equal(0, Best(model, "Irrigation and fertiliser saved the maize after the drought."));
        Assert.Equal(1, Best(model, "The curriculum needs textbooks, and exams less homework."));
        Assert.Equal(2, Best(model, "Vaccines and medicines ended the malaria epidemic."));
        Assert.InRange(model.Trust, 0.8, 1);
    }

    [Fact]
    public void A_passage_about_none_of_them_gets_no_theme() =>
        Assert.All(Scores(ThemeLearner.Learn(Themes, Unlabelled(300)), "We thank the minister for the invitation and wish everybody a pleasant summer."),
            score => Assert.InRange(score, 0, 0.3));

    [Fact]
    public void A_passage_can_be_about_two_and_the_words_for_each_are_named()
    {
        var model = ThemeLearner.Learn(Themes, Unlabelled(300));

        var found = model.Score("The clinics lack vaccines and medicines, while livestock and maize die in the drought.", "en", 0.2);

        Assert.True(found.Scores[0] > 0.2 && found.Scores[2] > 0.2, string.Join(' ', found.Scores));
        Assert.True(found.Scores[1] < 0.2, string.Join(' ', found.Scores));
        Assert.Contains(found.Why!.Why(0), word => word.Contains("maize", StringComparison.Ordinal) || word.Contains("drought", StringComparison.Ordinal));
        Assert.Contains(found.Why!.Why(2), word => word.Contains("vaccines", StringComparison.Ordinal) || word.Contains("clinics", StringComparison.Ordinal));
        Assert.DoesNotContain(found.Why!.Why(2), word => word.Contains("maize", StringComparison.Ordinal));
    }

    [Fact]
    public void Corrections_teach_what_descriptions_do_not_say()
    {
        const string asked = "Ferries and lighthouses need repair.";
        var corrections = new[]
            {
                "The harbour needs new ferries.", "Lighthouses were built on the island.", "Ferries stop in winter.", "The repair of lighthouses is dear.",
                "Old ferries leave the harbour.",
            }
            .Select(text => new LearningText(text, "en", [0]))
            .Concat(new[] { "The weather was fine on the day.", "Nobody came by train.", "Thank you for the letter." }
                .Select(text => new LearningText(text, "en", Array.Empty<int>())));

        var before = Scores(ThemeLearner.Learn(Themes, Unlabelled(300)), asked)[0];
        var after = Scores(ThemeLearner.Learn(Themes, Unlabelled(300).Concat(corrections)), asked);

        Assert.True(after[0] > before + 0.2 && after[0] > 0.4, $"{before} {after[0]}");
        Assert.True(after[0] > after[1] && after[0] > after[2]);
    }

    [Fact]
    public void With_few_texts_corrections_alone_teach()
    {
        var model = ThemeLearner.Learn(Themes,
            [new("The harbour needs new ferries.", "en", [0]), new("Ferries stop in winter.", "en", [0]), new("Trains are late.", "en", [1])]);

        Assert.Equal(0, Best(model, "More ferries, please."));
        Assert.InRange(model.Trust, 0.1, 0.6);
    }

    [Fact]
    public void The_same_texts_in_any_order_and_on_any_number_of_threads_give_the_same_bytes()
    {
        var texts = Unlabelled(120).Append(new("Ferries stop in winter.", "en", [0])).ToList();
        var expected = ThemeModelFormat.Write(ThemeLearner.Learn(Themes, texts));

        var others = new byte[4][];
        Parallel.For(0, others.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            others[i] = ThemeModelFormat.Write(ThemeLearner.Learn(Themes, texts.OrderBy(text => (text.Text.Length * 31 + i * 17 + text.Text[5]) % 97))));

        Assert.All(others, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public void A_stored_model_gives_the_same_scores_and_one_of_another_version_none()
    {
        var model = ThemeLearner.Learn(Themes, Unlabelled(120));
        var bytes = ThemeModelFormat.Write(model);
        const string text = "Irrigation and fertiliser saved the maize.";

        Assert.Equal(Scores(model, text), Scores(ThemeModelFormat.Read(new MemoryStream(bytes))!, text));
        Assert.ThrowsAny<Exception>(() => ThemeModelFormat.Read(new MemoryStream(bytes[..(bytes.Length / 2)])));
    }

    [Fact]
    public void A_text_said_five_hundred_times_counts_once()
    {
        var texts = Unlabelled(120);
        var once = ThemeModelFormat.Write(ThemeLearner.Learn(Themes, texts));

        Assert.Equal(once, ThemeModelFormat.Write(ThemeLearner.Learn(Themes, [.. texts, .. Enumerable.Repeat(texts[0], 500)])));
    }

    [Fact]
    public void Chinese_is_learned_by_pairs_of_characters()
    {
        ThemeText[] themes = [new([("农业", "zh", 2), ("农民种植粮食", "zh", 1)]), new([("教育", "zh", 2), ("教师和学生", "zh", 1)])];
        string[] farm = ["灌溉系统", "化肥价格", "干旱土地", "粮食收成", "农民收入"];
        string[] school = ["课程改革", "考试成绩", "学生宿舍", "教师培训", "教材出版"];
        var texts = Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? farm : school) is var field
            ? new LearningText($"今年{field[i % 5]}与{field[(i / 5 + 1) % 5]}很重要{i % 7}，{field[(i / 7 + 2) % 5]}。", "zh") : null!);
        var model = ThemeLearner.Learn(themes, texts);

        Assert.True(model.Score("灌溉系统与干旱土地", "zh", 1).Scores is var scores && scores[0] > scores[1]);
    }

    private static int Best(ThemeModel model, string text) => Scores(model, text) is var scores ? Array.IndexOf(scores, scores.Max()) : -1;

    private static double[] Scores(ThemeModel model, string text) => model.Score(text, "en", 1).Scores;

    /// <summary>Passages of words of one field and words of any; the same every time.</summary>
    private static List<LearningText> Unlabelled(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var field = Fields[i % Fields.Length];
            var words = Enumerable.Range(0, 14).Select(n => n % 2 == 0 ? field[random.Next(field.Length)] : Anything[random.Next(Anything.Length)]);
            return new LearningText($"The {string.Join(" and the ", words)}.", "en");
        })];
    }
}
