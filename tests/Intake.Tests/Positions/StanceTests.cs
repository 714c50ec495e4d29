using Intake.Positions;

namespace Intake.Tests.Positions;

public sealed class StanceTests
{
    [Theory]
    [InlineData("en", "Governments should publish their budgets.", true)]
    [InlineData("en", "No new mechanism is needed.", false)]
    [InlineData("en", "We do not support a second forum.", false)]
    [InlineData("en", "There is no need for another report.", false)]
    [InlineData("en", "No tax on domain names is acceptable to us.", false)]
    [InlineData("en", "The report of the chair must be rejected.", false)]
    [InlineData("en", "The report of the chair must not be rejected.", true)]
    [InlineData("en", "We do not believe that a new body within the United Nations should be created.", false)]
    [InlineData("en", "We oppose the new body, since governments must not decide alone.", false)]
    [InlineData("en", "Violence against women online should be punished.", true)]
    [InlineData("en", "The forum should not only talk, and should adopt recommendations.", true)]
    [InlineData("en", "The participation of the private sector is essential.", true)]
    [InlineData("fr", "La lutte contre la fraude devrait être renforcée.", true)]
    [InlineData("fr", "Nous ne pensons pas qu'un nouvel organe des Nations Unies devrait être créé.", false)]
    [InlineData("fr", "Il n'est pas nécessaire de créer un nouvel organe.", false)]
    [InlineData("es", "La lucha contra el fraude debería reforzarse.", true)]
    [InlineData("ru", "Следует усилить борьбу против мошенничества.", true)]
    [InlineData("fr", "Nous n'appuyons pas cette proposition.", false)]
    [InlineData("fr", "Les gouvernements devraient publier leurs budgets.", true)]
    [InlineData("es", "No apoyamos un segundo foro.", false)]
    [InlineData("es", "Los gobiernos deberían publicar sus presupuestos.", true)]
    [InlineData("ru", "Не следует создавать новый механизм.", false)]
    [InlineData("ru", "Мы поддерживаем это предложение.", true)]
    [InlineData("ar", "لا ينبغي إنشاء آلية جديدة.", false)]
    [InlineData("ar", "ينبغي للحكومات أن تنشر ميزانياتها.", true)]
    [InlineData("zh", "各国政府应公布预算。", true)]
    [InlineData("zh", "不应设立新的机制。", false)]
    public void Tells_for_from_against_in_the_six_languages(string language, string sentence, bool supports) =>
        Assert.Equal(supports, Assert.Single(StanceFinder.Find(sentence, language)).Supports);

    [Theory]
    [InlineData("We urge the Secretary-General to act.", "secretary-general", StanceStrength.Strong)]
    [InlineData("The working group should meet twice.", "working-group", StanceStrength.Plain)]
    [InlineData("Member States could share what they know.", "governments", StanceStrength.Weak)]
    [InlineData("We welcome the report.", null, StanceStrength.Polite)]
    public void Says_who_is_to_act_and_how_firmly(string sentence, string? addressee, StanceStrength strength)
    {
        var stance = Assert.Single(StanceFinder.Find(sentence, "en"));

        Assert.Equal((addressee, strength), (stance.Addressee, stance.Strength));
    }

    [Theory]
    [InlineData("The support of the private sector was generous.")]
    [InlineData("The secretariat received a request for travel grants.")]
    [InlineData("A general call for contributions was published in July.")]
    [InlineData("Documents are translated as needed.")]
    public void A_noun_that_looks_like_a_verb_of_recommending_takes_no_stand(string sentence) => Assert.Empty(StanceFinder.Find(sentence, "en"));

    [Fact]
    public void Who_is_only_mentioned_is_not_asked() =>
        Assert.Null(Assert.Single(StanceFinder.Find("We demand a structured dialogue on the next steps with governments.", "en")).Addressee);

    [Theory]
    [InlineData("en", "The forum should have more staff.", true)]
    [InlineData("en", "This should be paid for by donors.", false)]
    [InlineData("en", "and should have more staff.", false)]
    [InlineData("fr", "Cela devrait être payé.", false)]
    [InlineData("zh", "此应由政府支付。", false)]
    [InlineData("xx", "Foo bar.", true)]
    public void Tells_what_is_understood_by_itself(string language, string sentence, bool alone) =>
        Assert.Equal(alone, StanceFinder.StandsAlone(sentence, language));

    [Fact]
    public void Only_sentences_that_take_a_stand_are_found_where_they_are()
    {
        const string Text = "The forum met in May. Governments must listen. Should they?";

        var stance = Assert.Single(StanceFinder.Find(Text, "en"));

        Assert.Equal("Governments must listen.", Text[stance.Start..stance.End]);
    }
}
