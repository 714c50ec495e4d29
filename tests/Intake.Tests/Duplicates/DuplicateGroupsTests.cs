using Intake.Duplicates;

namespace Intake.Tests.Duplicates;

public sealed class DuplicateGroupsTests
{
    [Fact]
    public void Letters_of_which_each_sender_changed_a_third_are_one_group()
    {
        var texts = Campaigns(seed: 1, campaigns: 20, letters: 5, words: 200);

        var groups = Find(texts);

        Assert.Equal(20, groups.Count);
        Assert.All(groups, group => Assert.Single(group.Ids.Select(id => id.Split('-')[0]).Distinct()));
        Assert.All(groups, group => Assert.Equal(5, group.Ids.Count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_groups_do_not_depend_on_the_order_of_arrival(int seed)
    {
        var texts = Campaigns(seed, campaigns: 10, letters: 4, words: 80);
        var shuffled = texts.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Find(texts).Select(Show), Find(shuffled).Select(Show));

        static string Show(DuplicateGroup group) => string.Join(' ', group.Ids) + ": " + string.Join(' ', group.Versions);
    }

    [Fact]
    public void A_letter_that_quotes_another_is_no_variant_of_it()
    {
        var (quoted, own) = (Words(1, 400), Words(2, 400));

        Assert.Empty(Find([new("a", quoted), new("b", Part(own, 0, 200) + ' ' + Part(quoted, 100, 200) + ' ' + Part(own, 200, 200))]));
    }

    [Fact]
    public void Case_and_line_breaks_make_no_other_letter()
    {
        var text = Words(1, 50);

        Assert.Equal([2], Assert.Single(Find([new("a", text), new("b", text.ToUpperInvariant().Replace(" ", "\n", StringComparison.Ordinal))])).Versions);
    }

    private static IReadOnlyList<DuplicateGroup> Find(IEnumerable<KeyValuePair<string, string>> texts) =>
        DuplicateGroups.Find(texts.Select(text => KeyValuePair.Create(text.Key, Fingerprint.Of(text.Value))), CancellationToken.None);

    private static List<KeyValuePair<string, string>> Campaigns(int seed, int campaigns, int letters, int words)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, campaigns).SelectMany(campaign =>
            {
                var wording = Words((seed * 1000) + campaign, words).Split(' ');
                return Enumerable.Range(0, letters).Select(letter => KeyValuePair.Create(
                    $"{campaign:D3}-{letter}",
                    string.Join(' ', wording.Select(word => random.NextDouble() < 0.3 ? Word(random) : word))));
            }),
        ];
    }

    private static string Words(int seed, int count)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, count).Select(_ => Word(random)));
    }

    /// <summary>Some words are frequent, as in every language.</summary>
    private static string Word(Random random) => random.Next(3) == 0
        ? random.GetItems(["the", "of", "and", "governments", "should", "forum"], 1)[0]
        : "word" + (char)('a' + random.Next(26)) + (char)('a' + random.Next(26)) + (char)('a' + random.Next(26));

    private static string Part(string text, int from, int count) => string.Join(' ', text.Split(' ').Skip(from).Take(count));
}
