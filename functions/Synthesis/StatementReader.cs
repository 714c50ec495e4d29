using Intake.Calls;

namespace Intake.Synthesis;

/// <summary>Takes the statements of a contribution, each with its text and the theme it is most about.</summary>
internal sealed class StatementReader(Call call)
{
    private readonly Boilerplate _boilerplate = new(call);
    private readonly HashSet<string> _themes = call.Themes.Select(theme => theme.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Themes of questions, for statements that only refer to a question.</summary>
    private readonly Dictionary<string, IReadOnlyList<string>> _ofQuestion = call.Questions
        .ToDictionary(question => Agenda.Topic(question.Number), question => question.Themes, StringComparer.Ordinal);

    public List<StatementState> Read(AnalysedContribution contribution)
    {
        var statements = new List<StatementState>();
        var passages = contribution.Extraction!.Passages.ToDictionary(passage => passage.Number);
        foreach (var said in contribution.Positions?.Statements ?? [])
        {
            if (!contribution.Texts.TryGetValue(said.Document, out var text)
                || said.Start < 0 || said.Start >= said.End || said.End > text.Length)
                continue;
            var span = text.AsSpan(said.Start, said.End - said.Start);

            // What the call itself says is no stand of those who repeat it.
            if (_boilerplate.Is(span))
                continue;
            var language = LanguageTag.Clean(said.Language);
            statements.Add(new StatementState(
                said with { Topics = [], Language = language == "und" ? LanguageTag.Clean(contribution.Language) : language },
                span.ToString(),
                ThemeOf(said.Topics),
                CandidateFinder.IsPrintable(span) && !PrivateData.IsIn(contribution.ShownText(said.Document).AsSpan(said.Start, said.End - said.Start)),
                !passages.TryGetValue(said.Passage, out var passage) || passage.End - passage.Start > said.End - said.Start));
        }

        return statements;
    }

    private string ThemeOf(IReadOnlyList<TopicScore> topics) =>
        topics.Where(topic => _themes.Contains(topic.Topic))
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Topic, StringComparer.Ordinal)
            .Select(topic => topic.Topic).FirstOrDefault()
        ?? topics.SelectMany(topic => _ofQuestion.GetValueOrDefault(topic.Topic, [])).FirstOrDefault(_themes.Contains)
        ?? Agenda.Outside;
}
