using Intake.Positions;

namespace Intake.Tests.Positions;

public sealed class StanceTests
{
    [Theory]
    [InlineData("en", "Governments should publish their budgets.", true)]
    [InlineData("en", "No new mechanism is needed.", false)]
    [InlineData("en", "We do not support a second forum.", false)]
    [InlineData("en", "There is no need for another report.", false)]
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

    [Fact]
    public void Only_sentences_that_take_a_stand_are_found_where_they_are()
    {
        const string Text = "The forum met in May. Governments must listen. Should they?";

        var stance = Assert.Single(StanceFinder.Find(Text, "en"));

        Assert.Equal("Governments must listen.", Text[stance.Start..stance.End]);
    }
}
