using Intake.Calls;
using Intake.Storage;

namespace Intake.Pages.Forms;

/// <summary>What a form's fields hold, as it was typed, to be shown again.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, List<string>> _values = [];

    /// <summary>A field's value; empty when it has none.</summary>
    public string this[string name] => _values.TryGetValue(name, out var values) ? values[0] : "";

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? values : [];

    public void Add(string name, string? value)
    {
        if (value is null)
            return;
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(value);
    }

    /// <summary>The name of the field of a question's answer.</summary>
    public static string Answer(int question) => $"answers[{question}]";

    /// <summary>The fields as a revision before was sent; its typed text and answers are added by who reads them.</summary>
    public static FormValues Of(ContributionRow row)
    {
        var who = row.Contributor;
        var values = new FormValues();
        values.Add("title", row.Title);
        values.Add("name", who.Name);
        values.Add("email", who.Email);
        values.Add("organisation", who.Organisation);
        values.Add("onBehalfOf", who.OnBehalfOf);
        values.Add("stakeholderGroup", who.StakeholderGroup is { } group ? Words.Of(group) : null);
        values.Add("country", who.Country);
        values.Add("language", row.Language == LanguageTag.Unknown ? null : row.Language);
        values.Add("endorsers", who.Endorsers.Count == 0 ? null : string.Join('\n', who.Endorsers));
        values.Add("publish", Words.Of(who.Publish));
        return values;
    }

    /// <summary>An empty form of a call.</summary>
    public static FormValues Of(Call call)
    {
        var values = new FormValues();
        values.Add("publish", Words.Of(call.Rules.Publish));
        return values;
    }
}
