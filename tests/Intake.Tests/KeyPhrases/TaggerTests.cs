using Intake.KeyPhrases;

namespace Intake.Tests.KeyPhrases;

public sealed class TaggerTests
{
    [Theory]
    [InlineData("en", "The committee proposes a new fund", "Determiner Noun Verb Determiner Adjective Noun")]
    [InlineData("fr", "Le comité propose un nouveau fonds", "Determiner Noun Verb Determiner Adjective Noun")]
    [InlineData("es", "La comisión propone un nuevo fondo", "Determiner Noun Verb Determiner Adjective Noun")]
    [InlineData("pt", "A comissão propõe um novo fundo", "Determiner Noun Verb Determiner Adjective Noun")]
    [InlineData("de", "Der Ausschuss braucht ein neues Gesetz", "Determiner Noun Verb Determiner Adjective Noun")]
    [InlineData("ru", "Комитет поддерживает новые проекты", "Noun Verb Adjective Noun")]
    public void Words_of_a_plain_sentence_are_told_apart(string language, string sentence, string expected)
    {
        var model = TaggerModel.For(language);
        Assert.NotNull(model);
        var lexicon = new Lexicon(WordLists.For(language), model, Background.Instance);
        var tokens = new List<Token>();
        Segmenter.Read(sentence, tokens);
        var types = tokens.Select(token => lexicon.Of(sentence.AsSpan(token.Start, token.Length))).ToArray();
        var tags = new PartOfSpeech[types.Length];

        new Tagger(model).Tag(lexicon, tokens.ToArray(), types, tags);

        Assert.Equal(expected, string.Join(' ', tags));
    }

    [Fact]
    public void A_language_without_a_tagger_has_none() => Assert.Null(TaggerModel.For("tlh"));
}
