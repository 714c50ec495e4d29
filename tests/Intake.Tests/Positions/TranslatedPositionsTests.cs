using Intake.Positions;
using static Intake.Tests.Positions.PositionGroupsTests;

namespace Intake.Tests.Positions;

public sealed class TranslatedPositionsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_same_proposal_in_two_languages_is_one_position(bool heldOut)
    {
        var (together, right, all) = (0, 0, 0);
        foreach (var theme in TranslatedStatements.All.Where(statement => statement.HeldOut == heldOut).GroupBy(statement => statement.Theme))
        {
            var samples = theme.ToList();
            var position = PositionGroups.Group([.. samples.Select((sample, at) => Statement($"c{at:D3}", sample.Text, sample.Language))])
                .SelectMany((found, number) => found.Supporters.Concat(found.Opponents).Select(member => (member.Contribution, number)))
                .OrderBy(member => member.Contribution, StringComparer.Ordinal).Select(member => member.number).ToList();
            for (var i = 0; i < samples.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var same = samples[i].Proposal == samples[j].Proposal;
                    all += same ? 1 : 0;
                    together += position[i] == position[j] ? 1 : 0;
                    right += same && position[i] == position[j] ? 1 : 0;
                }
            }
        }

        Assert.True(right >= 0.95 * together, $"{right} of {together} pairs");
        Assert.True(right >= 0.8 * all, $"{right} of {all} pairs");
    }

    [Fact]
    public void Who_wants_a_new_mechanism_and_who_does_not_meet_in_five_languages()
    {
        var position = PositionGroups.Group(
        [
            Statement("en", "We do not support a new international mechanism."),
            Statement("ru", "Новый международный механизм не нужен.", "ru"),
            Statement("zh", "我们认为没有必要设立新的国际机制。", "zh"),
            Statement("pt", "Não é necessário criar um novo mecanismo internacional.", "pt"),
            Statement("fr", "Nous appuyons la création d'un nouveau mécanisme international.", "fr"),
            Statement("es", "Los gastos de viaje de los participantes deberían cubrirse con un fondo.", "es"),
            Statement("de", "Die Reisekosten der Teilnehmer sollten aus einem Fonds bezahlt werden.", "de"),
        ])[0];

        Assert.False(position.Supports);
        Assert.Equal(["en", "pt", "ru", "zh"], position.Supporters.Select(one => one.Contribution));
        Assert.Equal(["fr"], position.Opponents.Select(one => one.Contribution));
    }

    [Theory]
    [InlineData("pt", "Os governos devem publicar os seus orçamentos.", true)]
    [InlineData("pt", "Não é necessário criar um novo organismo.", false)]
    [InlineData("pt", "Somos contra uma taxa sobre os fornecedores.", false)]
    [InlineData("de", "Die Regierungen sollten ihre Haushalte veröffentlichen.", true)]
    [InlineData("de", "Ein neues Gremium ist nicht notwendig.", false)]
    [InlineData("de", "Wir lehnen eine Abgabe für Anbieter ab.", false)]
    public void Tells_for_from_against_in_Portuguese_and_German(string language, string sentence, bool supports) =>
        Assert.Equal(supports, Assert.Single(StanceFinder.Find(sentence, language)).Supports);

    [Fact]
    public void Statements_in_other_languages_are_matched_with_points_in_English()
    {
        var scores = PointMatcher.Score(
            [
                "Les frais de voyage des participants des pays en développement devraient être pris en charge par un fonds.",
                "Les logiciels payés par l'argent public devraient être publiés en code source ouvert.",
                "公共资金开发的软件应当开放源代码。",
            ],
            ["Travel costs should be paid for participants from poor countries", "Software that is publicly funded should be open source"]);

        Assert.True(scores[0][0] > scores[0][1]);
        Assert.True(scores[1][1] > scores[1][0]);
        Assert.True(scores[2][1] > scores[2][0]);
    }
}
