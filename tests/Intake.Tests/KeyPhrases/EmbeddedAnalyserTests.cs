using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Tests.KeyPhrases;

public sealed class EmbeddedAnalyserTests
{
    private const string Letter =
        """
        Financing of the Internet Governance Forum
        The Internet Governance Forum needs stable funding. Its trust fund depends on voluntary contributions, and developing countries cannot travel.
        We therefore propose a travel fund for developing countries. A developing country should never miss the Internet Governance Forum.
        Remote participation, e.g. by video, costs less; see https://example.org/remote-hubs or write to secretariat@example.org.
        """;

    private static readonly HashSet<string> NotAtTheEnds =
        ["the", "of", "and", "in", "were", "2024", "le", "du", "et", "les", "l", "à", "en", "el", "del", "y", "los", "de", "и", "в"];

    [Fact]
    public async Task The_letter_is_about_what_a_reader_would_say()
    {
        var top = (await Texts.PhrasesAsync(Letter)).Top.Select(phrase => phrase.Text).ToList();

        Assert.Contains("Internet Governance Forum", top.Take(3));
        Assert.Contains("developing countries", top.Take(5));
        Assert.Contains("travel fund", top);
        Assert.Contains("voluntary contributions", top);
        Assert.DoesNotContain(top, phrase => phrase.Contains("example", StringComparison.OrdinalIgnoreCase) || phrase.Contains("http", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variants_are_one_phrase_in_the_form_used_most()
    {
        var top = (await Texts.PhrasesAsync(Letter)).Top.Select(phrase => phrase.Text).ToList();

        Assert.Single(top, phrase => phrase.StartsWith("developing countr", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_phrase_stands_where_it_says()
    {
        var found = await Texts.PhrasesAsync(Letter);

        Assert.NotEmpty(found.All);
        Texts.AssertVerbatim(Letter, Texts.Passages(Letter), found);
        Assert.Equal(found.All.OrderBy(phrase => phrase.Start), found.All);
        Assert.Equal(found.Top.OrderByDescending(phrase => phrase.Score), found.Top);
        Assert.All(found.All.GroupBy(phrase => phrase.Passage), passage => Assert.InRange(passage.Count(), 1, 8));
        Assert.InRange(found.Top.Count, 1, 20);
    }

    [Theory]
    [InlineData("The role of the private sector, and the cost of access, in 2024 were discussed.")]
    [InlineData("Le rôle du secteur privé et les coûts de l'accès à l'Internet ont été débattus en 2024.")]
    [InlineData("El papel del sector privado y los costos de acceso a Internet en 2024.")]
    [InlineData("Роль частного сектора и стоимость доступа в 2024 году.")]
    public async Task No_phrase_crosses_punctuation_or_begins_or_ends_with_a_number_or_a_function_word(string text)
    {
        var found = await Texts.PhrasesAsync(text);

        Assert.NotEmpty(found.All);
        Assert.All(found.All, phrase =>
        {
            Assert.DoesNotContain(',', phrase.Text);
            var words = phrase.Text.Split(' ', '\'');
            Assert.InRange(words.Length, 1, 5);
            Assert.DoesNotContain(words[0].ToLowerInvariant(), NotAtTheEnds);
            Assert.DoesNotContain(words[^1].ToLowerInvariant(), NotAtTheEnds);
        });
    }

    [Theory]
    [InlineData("fr", "La gouvernance de l'Internet est l'affaire de tous. Les pays en développement ont besoin de moyens.\nLa gouvernance de l’Internet doit associer les pays en développement.", "pays en développement|gouvernance de l'Internet")]
    [InlineData("es", "La gobernanza de Internet necesita financiación. La gobernanza de Internet es de todos.", "gobernanza de Internet")]
    [InlineData("ru", "Управление интернетом касается всех. Развивающиеся страны участвуют в управлении интернетом. Развивающимся странам нужны средства.", "Управление интернетом")]
    [InlineData("zh", "互联网治理论坛应当加强发展中国家的参与。互联网治理论坛的资金不足，发展中国家需要支持。", "互联网治理论坛|发展中国家")]
    [InlineData("ar", "تحتاج الدول النامية إلى دعم. يجب أن تشارك الدول النامية في حوكمة الإنترنت", "الدول النامية")]
    [InlineData("ja", "インターネットガバナンスの課題について議論した。インターネットガバナンスは重要である。", "インターネットガバナンス")]
    [InlineData("de", "Die Verwaltung des Internets braucht Geld. Die Entwicklungsländer brauchen die Verwaltung des Internets.", "Entwicklungsländer")]
    public async Task Other_languages_have_phrases_too(string language, string text, string expected)
    {
        var top = (await Texts.PhrasesAsync(text, language)).Top.Take(6).Select(phrase => phrase.Text).ToList();

        Assert.All(expected.Split('|'), phrase => Assert.Contains(phrase, top));
    }

    [Fact]
    public async Task What_converters_leave_behind_is_no_phrase()
    {
        var found = await Texts.PhrasesAsync("[bookmark: h.4uqmdegq0fyd]Draft recommendation on access (Questions 2 and 3);\n[image: logo.png]\nii. x9k2j7 iv.");

        Assert.DoesNotContain(found.All, phrase => phrase.Text.Contains("bookmark", StringComparison.Ordinal)
            || phrase.Text.Contains("4uq", StringComparison.Ordinal) || phrase.Text.Contains("logo", StringComparison.Ordinal)
            || phrase.Text.Contains("x9k", StringComparison.Ordinal) || phrase.Text is "ii" or "iv");
        Assert.Contains(found.All, phrase => phrase.Text == "recommendation on access" || phrase.Text == "access");
    }

    [Fact]
    public async Task The_same_text_gives_the_same_answer_on_any_thread()
    {
        var first = await Texts.PhrasesAsync(Letter);
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Texts.PhrasesAsync(Letter))));

        Assert.All(others, other => Assert.Equal((first.Top, first.All), (other.Top, other.All), (a, b) => a.Top.SequenceEqual(b.Top) && a.All.SequenceEqual(b.All)));
    }

    [Fact]
    public async Task What_is_folded_is_not_the_contributors_own_word()
    {
        var passages = Texts.Passages("We propose a travel fund for developing countries.\nRegistered office of Example Holdings, Springfield").ToList();
        passages[1] = passages[1] with { Passage = passages[1].Passage with { Flags = PassageFlags.Folded } };

        var found = await new EmbeddedAnalyser().FindKeyPhrasesAsync(passages, CancellationToken.None);

        Assert.NotEmpty(found.All);
        Assert.DoesNotContain(found.All.Concat(found.Top), phrase => phrase.Passage == passages[1].Passage.Number);
    }
}
