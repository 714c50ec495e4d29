using Intake.KeyPhrases;
using Intake.Positions;

namespace Intake.Tests.Positions;

public sealed class ConceptTests
{
    [Theory]
    [InlineData("fr", "les mécanismes", "mechanism")]
    [InlineData("fr", "une étude d'impact", "impact")]
    [InlineData("es", "la protección de los datos", "protect")]
    [InlineData("es", "evaluaciones", "evalu")]
    [InlineData("pt", "contribuições voluntárias", "voluntar")]
    [InlineData("ru", "международными договорами", "treat")]
    [InlineData("ru", "рабочей группой", "group")]
    [InlineData("ar", "وللقطاع الخاص", "private")]
    [InlineData("ar", "بالآليات", "mechanism")]
    [InlineData("ar", "وينشر", "publish")]
    [InlineData("zh", "建立国际机制", "mechanism")]
    [InlineData("de", "Datenschutzbehörde", "author")]
    [InlineData("de", "Umweltverschmutzung", "pollut")]
    public void A_word_stands_for_its_concept_in_whatever_form(string language, string text, string english) =>
        Assert.Contains(Root(english), TextFeatures.Of(text, language).Words.Keys.Select(Root));

    [Theory]
    [InlineData("fr", "une solution moderne", "moder")]
    [InlineData("fr", "accepter", "access")]
    [InlineData("es", "un caso corto", "shutdown")]
    [InlineData("ru", "они часто должны", "shar")]
    [InlineData("ar", "من هنا إلى هناك", "autom")]
    [InlineData("zh", "可能性很大", "sexual")]
    [InlineData("zh", "核心", "nuclear")]
    [InlineData("de", "zum Beispiel", "game")]
    public void A_word_that_only_begins_like_another_does_not(string language, string text, string english) =>
        Assert.DoesNotContain(Root(english), TextFeatures.Of(text, language).Words.Keys.Select(Root));

    [Fact]
    public void Every_concept_has_words_in_eight_languages_and_its_English_has_a_vector()
    {
        var sum = new float[WordVectors.Of().Dimensions];
        foreach (var line in PhraseLines.Lines("concepts.txt"))
        {
            Assert.Equal(8, line.Length);
            Assert.All(line, cell => Assert.NotEmpty(cell.Trim()));
            Assert.All(new Concept(line[0].Split(' ')[0]).Words, word => Assert.True(WordVectors.Of().Add(word, 1, sum), word));
        }
    }

    [Fact]
    public void A_sentence_of_unknown_words_has_no_meaning_to_be_compared_by() =>
        Assert.Empty(StatementFeatures.Of("Les girafes devraient grignoter des acacias parfumés.", "fr").Meaning);

    [Fact]
    public void The_English_word_for_a_concept_is_shared_by_all_its_languages() => Assert.Contains(
        Root("levy"), TextFeatures.Of("a tax on suppliers", "en").Words.Keys.Intersect(TextFeatures.Of("un impôt sur les fournisseurs", "fr").Words.Keys));

    private static string Root(string word) => new(WordLists.For("en").Stemmer.Root(word.ToCharArray()));
}
