using System.Globalization;
using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>
/// Builds what a digest says about questions, themes and the rest: numbers from the counts of all contributions, words from
/// those that are read closely.
/// </summary>
internal sealed class Sections(Tally counted, Speakers speakers, MessageBuilder messages, QuoteSelection quotes, LastDigest? last, DigestOptions options)
{
    private readonly int _of = counted.Groups("in").Sum(group => group.Contributions) - counted["empty"];

    public ThemeSection Of(Theme theme)
    {
        var groups = counted.Groups($"theme|{theme.Id}");
        var count = groups.Sum(group => group.Contributions);
        var about = speakers.All.Where(contribution => contribution.Themes.Any(score => score.Topic == theme.Id)).ToList();
        var found = messages.On(theme.Id, count);
        return new ThemeSection
        {
            Id = theme.Id,
            Title = theme.Title,
            Contributions = count,
            Of = _of,
            Groups = groups,
            Withheld = counted[$"theme|{theme.Id}|{Tally.Withheld}"],
            Phrases = PhraseTable.Of(theme.Id, about, options.PhrasesPerTheme),
            Messages = found,
            Quotes = quotes.Choose(theme.Id, Unheard(about, found), options.QuotesPerGroup),
        };
    }

    public QuestionSection Of(Question question)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"question|{question.Number}");
        var groups = counted.Groups(name);
        var about = speakers.All.Where(contribution => contribution.Questions.Contains(question.Number));
        return new QuestionSection
        {
            Number = question.Number,
            Text = question.Text,
            Themes = question.Themes,
            Status = groups.Count(group => group.Group != GroupKey.NotStated) switch
            {
                >= 2 => QuestionStatus.Answered,
                _ when groups.Count > 0 => QuestionStatus.Partly,
                _ => QuestionStatus.Unanswered,
            },
            Before = last?.Questions.TryGetValue(question.Number, out var before) == true ? before : null,
            Contributions = groups.Sum(group => group.Contributions),
            Of = _of,
            Groups = groups,
            Withheld = counted[$"{name}|{Tally.Withheld}"],
            Quotes = quotes.Choose(Agenda.Topic(question.Number), about, options.QuotesPerGroupAndQuestion),
        };
    }

    public OutsideSection? Outside()
    {
        var groups = counted.Groups("outside");
        var about = speakers.All.Where(contribution => contribution.IsOutside).ToList();
        var speaking = messages.StatementsOn(Agenda.Outside).Select(statement => statement.Contribution)
            .Concat(about.Select(contribution => contribution.Id)).Distinct(StringComparer.Ordinal).Count();
        var found = messages.On(Agenda.Outside, speaking);
        return groups.Count == 0 && found.Count == 0 ? null : new OutsideSection
        {
            Contributions = groups.Sum(group => group.Contributions),
            Of = _of,
            Groups = groups,
            Withheld = counted[$"outside|{Tally.Withheld}"],
            Phrases = PhraseTable.Of(Agenda.Outside, about, options.PhrasesPerTheme),
            Messages = found,
            Quotes = quotes.Choose(Agenda.Outside, Unheard(about, found), options.QuotesPerGroup),
        };
    }

    /// <summary>Contributions that stand behind none of the messages.</summary>
    private static IEnumerable<ContributionState> Unheard(IEnumerable<ContributionState> about, List<Message> messages)
    {
        var heard = messages.SelectMany(message => message.SupportedBy.Concat(message.OpposedBy)).ToHashSet(StringComparer.Ordinal);
        return about.Where(contribution => !heard.Contains(contribution.Id));
    }
}
