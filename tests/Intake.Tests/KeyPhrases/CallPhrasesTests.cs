using Intake.KeyPhrases;

namespace Intake.Tests.KeyPhrases;

public sealed class CallPhrasesTests
{
    private static readonly KeyPhrase[][] Contributions =
    [
        [Phrase("travel fund", 1), Phrase("developing countries", 0.9)],
        [Phrase("Developing country", 0.8), Phrase("remote hubs", 1)],
        [Phrase("developing countries", 0.7)],
    ];

    [Fact]
    public void What_more_contributions_are_about_comes_first_in_the_form_most_of_them_use()
    {
        var best = Ranked(Contributions);

        Assert.Equal(["developing countries", "remote hubs", "travel fund"], best.Select(phrase => phrase.Text));
        Assert.Equal((3, 1.0), (best[0].Contributions, best[0].Score));
    }

    [Fact]
    public void The_order_of_arrival_does_not_matter() => Assert.Equal(Ranked(Contributions), Ranked([.. Contributions.Reverse()]));

    private static IReadOnlyList<CallPhrase> Ranked(KeyPhrase[][] contributions)
    {
        var phrases = new CallPhrases();
        foreach (var top in contributions)
        {
            phrases.Add(top, "en");
        }

        return phrases.Best(10);
    }

    private static KeyPhrase Phrase(string text, double score) => new(text, score, 1, 0, text.Length);
}
