using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>Builds what a digest says about questions, themes and the rest, from contributions in order of arrival.</summary>
internal sealed class Sections(IReadOnlyList<ContributionState> all, QuoteSelection quotes, DigestOptions options)
{
    private readonly List<ContributionState> _included = [.. all.Where(contribution => contribution.IsIncluded)];

    public ThemeSection Of(Theme theme)
    {
        var about = _included.FindAll(contribution => contribution.Themes.Any(score => score.Topic == theme.Id));
        return new ThemeSection
        {
            Id = theme.Id,
            Title = theme.Title,
            Contributions = about.Count,
            Of = _included.Count,
            Groups = GroupKey.Count(about),
            Withheld = CountWithheld(about),
            Phrases = PhraseTable.Of(theme.Id, about, options.PhrasesPerTheme),
            Messages = [],
            Quotes = quotes.Choose(theme.Id, about, options.QuotesPerGroup),
        };
    }

    public QuestionSection Of(Question question)
    {
        var about = _included.FindAll(contribution => contribution.Questions.Contains(question.Number));
        var groups = GroupKey.Count(about);
        return new QuestionSection
        {
            Number = question.Number,
            Text = question.Text,
            Themes = question.Themes,
            Status = groups.Count(group => group.Group != GroupKey.NotStated) switch
            {
                >= 2 => QuestionStatus.Answered,
                _ when about.Count > 0 => QuestionStatus.Partly,
                _ => QuestionStatus.Unanswered,
            },
            Contributions = about.Count,
            Of = _included.Count,
            Groups = groups,
            Withheld = CountWithheld(about),
            Quotes = quotes.Choose(Agenda.Topic(question.Number), about, options.QuotesPerGroupAndQuestion),
        };
    }

    public OutsideSection? Outside()
    {
        var about = _included.FindAll(contribution => contribution.IsOutside);
        return about.Count == 0 ? null : new OutsideSection
        {
            Contributions = about.Count,
            Of = _included.Count,
            Groups = GroupKey.Count(about),
            Withheld = CountWithheld(about),
            Phrases = PhraseTable.Of(Agenda.Outside, about, options.PhrasesPerTheme),
            Messages = [],
            Quotes = quotes.Choose(Agenda.Outside, about, options.QuotesPerGroup),
        };
    }

    private static int CountWithheld(List<ContributionState> about) =>
        about.Count(contribution => contribution.Contributor.Publish == PublishAs.None);
}
