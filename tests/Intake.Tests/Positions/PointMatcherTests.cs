using Intake.Positions;

namespace Intake.Tests.Positions;

public sealed class PointMatcherTests
{
    private static readonly string[] Points = ["Cars pollute the air", "Buses are cheaper for poor families"];

    [Fact]
    public void A_statement_in_other_words_scores_highest_for_the_point_it_expresses()
    {
        var scores = PointMatcher.Score(
            ["exhaust fumes from vehicles make our cities dirty and unhealthy", "people with little money cannot afford to drive"], Points);

        Assert.True(scores[0][0] > scores[0][1]);
        Assert.True(scores[1][1] > scores[1][0]);
    }

    [Fact]
    public void Without_word_vectors_words_with_other_endings_count()
    {
        var scores = PointMatcher.Score(
            ["Автомобили загрязняют воздух в наших городах", "Автобусы дешевле для бедных семей"], ["Загрязнение воздуха автомобилями", "Дешевизна автобусов"]);

        Assert.True(scores[0][0] > scores[0][1]);
        Assert.True(scores[1][1] > scores[1][0]);
    }

    [Fact]
    public void Nothing_in_nothing_out() => Assert.All(PointMatcher.Score(["", "…"], Points), row => Assert.All(row, score => Assert.InRange(score, 0, 1)));
}
