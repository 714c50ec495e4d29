using System.Globalization;
using System.Text.Json;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>
/// Counts over all contributions of a call. A contribution is added and taken out again in the same way, so the counts follow
/// from the contributions alone. Names are words with <c>|</c> between them, such as <c>theme|financing|government</c>.
/// </summary>
internal sealed class Tally
{
    /// <summary>Where a group stands in a name, for those whose texts are withheld.</summary>
    public const string Withheld = "!";

    private readonly SortedDictionary<string, long> _counts;
    private readonly TimeZoneInfo _zone;
    private readonly ILookup<string, string> _tags;

    public Tally(Call call, IEnumerable<KeyValuePair<string, long>> counts)
    {
        _counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, count) in counts)
            _counts[name] = count;
        _zone = TimeZoneInfo.TryFindSystemTimeZoneById(call.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
        _tags = call.Themes.SelectMany(theme => theme.CrossCutting.Select(tag => (theme.Id, tag))).ToLookup(pair => pair.Id, pair => pair.tag);
    }

    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Times that days are told in.</summary>
    public TimeZoneInfo Zone => _zone;

    public int this[string name] => (int)_counts.GetValueOrDefault(name);

    /// <summary>What stands after the prefix and a <c>|</c>, with its count, by name.</summary>
    public IEnumerable<(string Key, int Count)> Under(string prefix)
    {
        prefix += "|";
        foreach (var (name, count) in _counts)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                yield return (name[prefix.Length..], (int)count);
        }
    }

    /// <summary>Contributions by stakeholder group, in the groups' order.</summary>
    public List<GroupCount> Groups(string prefix) =>
        [.. Under(prefix).Where(pair => pair.Key != Withheld)
            .OrderBy(pair => GroupKey.Order(pair.Key))
            .Select(pair => new GroupCount(pair.Key, pair.Count))];

    /// <param name="times">1 to add it, -1 to take it out.</param>
    public void Add(ContributionState contribution, int times)
    {
        var group = GroupKey.Of(contribution.Contributor.StakeholderGroup);
        var included = contribution.IsIncluded;
        Count($"outcome|{contribution.Outcome}", times);
        Count("superseded", times * (contribution.Revision - 1));
        Count($"day|{TimeZoneInfo.ConvertTime(contribution.Received, _zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", times);
        if (contribution.Late)
            Count(included ? "late|included" : "late|other", times);
        if (contribution.Outcome != Outcome.Withdrawn)
        {
            Count($"present|{group}", times);
            Count($"present-country|{contribution.Contributor.Country ?? GroupKey.NotStated}", times);
        }

        foreach (var dimension in Dimensions(contribution, group))
        {
            Count($"{dimension}|received", times);
            if (included)
            {
                Count($"{dimension}|included", times);
                Count($"{dimension}|words", times * (long)contribution.Words);
            }
        }

        if (included)
            AddIncluded(contribution, group, times);
    }

    /// <summary>The same counts without some of the contributions.</summary>
    public Tally Without(Call call, IEnumerable<ContributionState> contributions)
    {
        var rest = new Tally(call, _counts);
        foreach (var contribution in contributions)
            rest.Add(contribution, -1);
        return rest;
    }

    private void AddIncluded(ContributionState contribution, string group, int times)
    {
        var withheld = contribution.Contributor.Publish == PublishAs.None;
        void Topic(string name)
        {
            Count($"{name}|{group}", times);
            if (withheld)
                Count($"{name}|{Withheld}", times);
        }

        Topic("in");
        foreach (var theme in contribution.Themes)
            Topic($"theme|{theme.Topic}");
        foreach (var question in contribution.Questions)
            Topic(string.Create(CultureInfo.InvariantCulture, $"question|{question}"));
        foreach (var tag in contribution.Themes.SelectMany(theme => _tags[theme.Topic]).Distinct(StringComparer.Ordinal))
            Count($"tag|{tag}", times);
        if (contribution.IsOutside)
            Topic("outside");
        if (contribution.IsEmpty)
            Count("empty", times);
        if (contribution.Revision > 1)
            Count("revised", times);
        Count("words", times * (long)contribution.Words);
        Count("passages", times * contribution.Passages);
        Count("confirmed", times * contribution.Confirmed);
        Count("endorsements", times * contribution.Contributor.Endorsers.Count);
        if (contribution.PhraseEngine is { } phrases)
            Count($"phrases|{phrases}", times);
        if (contribution.ThemeEngine is { } themes)
            Count($"themes|{themes}", times);
    }

    private static IEnumerable<string> Dimensions(ContributionState contribution, string group)
    {
        var contributor = contribution.Contributor;
        yield return $"group|{group}";
        yield return $"country|{contributor.Country ?? GroupKey.NotStated}";
        yield return $"language|{contribution.Language}";
        yield return $"channel|{(contribution.Channel is { } channel ? JsonNamingPolicy.KebabCaseLower.ConvertName(channel.ToString()) : GroupKey.NotStated)}";
        yield return $"entity|{contribution.Entity}";
    }

    private void Count(string name, long times)
    {
        if (times == 0)
            return;
        var count = _counts.GetValueOrDefault(name) + times;
        if (count == 0)
            _counts.Remove(name);
        else
            _counts[name] = count;
    }
}
