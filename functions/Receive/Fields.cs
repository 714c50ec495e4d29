using System.Globalization;
using Intake.Calls;

namespace Intake.Receive;

/// <summary>The fields of a contribution with their limits, whether they come as JSON, as a form or by mail.</summary>
internal sealed class Fields(Call call, List<InputError> errors)
{
    public const int MaxLine = FieldValue.MaxLine;

    /// <summary>People and organisations that endorse one contribution.</summary>
    public const int MaxEndorsers = 100;

    private readonly Submission _submission = new();
    private bool _published;

    public static IReadOnlyList<string> Names { get; } =
    [
        "name", "email", "organisation", "onBehalfOf", "stakeholderGroup", "country", "language", "title", "text",
        "answers", "endorsers", "publish", "receipt",
    ];

    /// <summary>Takes one field.</summary>
    /// <param name="path">Where it stands, for errors.</param>
    public void Set(string name, string path, string value)
    {
        switch (name)
        {
            case "name": Contributor(who => who with { Name = Line(path, value) }); break;
            case "email": Contributor(who => who with { Email = FieldValue.Email(path, value, errors) }); break;
            case "organisation": Contributor(who => who with { Organisation = Line(path, value) }); break;
            case "onBehalfOf": Contributor(who => who with { OnBehalfOf = Line(path, value) }); break;
            case "stakeholderGroup": Contributor(who => who with { StakeholderGroup = FieldValue.OneOf<StakeholderGroup>(path, value, errors) }); break;
            case "country": Contributor(who => who with { Country = Country(path, value) }); break;
            case "publish": Contributor(who => who with { Publish = FieldValue.OneOf<PublishAs>(path, value, errors) ?? call.Rules.Publish }); _published = true; break;
            case "language": _submission.Language = Language(path, value); break;
            case "title": _submission.Title = Line(path, value); break;
            case "text": _submission.Text = Text(path, value); break;
            case "receipt": _submission.Receipt = Line(path, value); break;
            default: errors.Add(new InputError(path, "is not known here")); break;
        }
    }

    public void Answer(string number, string path, string value)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            || call.Questions.All(question => question.Number != parsed))
            errors.Add(new InputError(path, "is no question of this call"));
        else if (Text(path, value) is { Length: > 0 } answer)
            _submission.Answers[parsed] = answer;
    }

    public void Endorser(string path, string value)
    {
        if (Line(path, value) is not { } endorser)
            return;
        if (_submission.Contributor.Endorsers.Count == MaxEndorsers)
            errors.Add(new InputError(path, $"is one too many; at most {MaxEndorsers} endorsers are kept"));
        else if (_submission.Contributor.Endorsers.Count < MaxEndorsers)
            Contributor(who => who with { Endorsers = [.. who.Endorsers, endorser] });
    }

    /// <summary>Cuts what a sender did not type into a form and so cannot correct.</summary>
    public static string Fit(string line) => line.Length <= MaxLine ? line : line[..(MaxLine - 1)] + "…";

    public Submission Done()
    {
        if (!_published)
            Contributor(who => who with { Publish = call.Rules.Publish });
        return _submission;
    }

    private void Contributor(Func<Contributor, Contributor> change) =>
        _submission.Contributor = change(_submission.Contributor);

    private string? Line(string path, string value) => FieldValue.Line(path, value, errors);

    private string Text(string path, string value)
    {
        if (value.Length > call.Rules.MaxTextCharacters)
        {
            errors.Add(new InputError(path, string.Create(
                CultureInfo.InvariantCulture,
                $"has {value.Length:N0} characters; at most {call.Rules.MaxTextCharacters:N0} fit here. Send a longer text as a file")));
        }

        return string.IsNullOrWhiteSpace(value) ? "" : value;
    }

    private string? Country(string path, string value)
    {
        var code = value.Trim().ToUpperInvariant();
        if (code.Length > 0 && (code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
            errors.Add(new InputError(path, "must be a two-letter country code such as KE"));
        return code.Length == 0 ? null : code;
    }

    private string? Language(string path, string value)
    {
        var tag = value.Trim();
        if (tag.Length > 0 && !LanguageTag.IsValid(tag))
            errors.Add(new InputError(path, "must be a language tag such as en, fr or zh-Hans"));
        return tag.Length == 0 ? null : tag;
    }
}
