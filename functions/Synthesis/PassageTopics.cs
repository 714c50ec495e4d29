using Intake.Extract;

namespace Intake.Synthesis;

/// <summary>One passage with the topics it may stand for and the words that made it so.</summary>
internal sealed record TopicPassage(
    Passage Passage, IReadOnlyList<TopicScore> Topics, IReadOnlyDictionary<string, IReadOnlyList<string>> Why);

/// <summary>Brings passages together with the themes and questions of the contribution.</summary>
internal static class PassageTopics
{
    /// <summary>Of a passage that refers to a question, when no theme says how much.</summary>
    private const double ReferenceScore = 0.5;

    public static List<TopicPassage> Of(
        AnalysedContribution contribution, IReadOnlyList<TopicScore> themes, IReadOnlyList<int> questions)
    {
        var themesOf = contribution.Classification!.Passages.DistinctBy(found => found.Passage)
            .ToDictionary(found => found.Passage);
        var themeIds = themes.Select(theme => theme.Topic).ToHashSet(StringComparer.Ordinal);
        var outside = themes.Count == 0 && questions.Count == 0;
        var result = new List<TopicPassage>();
        foreach (var passage in contribution.Extraction!.Passages.Where(passage => passage.IsOwn).OrderBy(passage => passage.Number))
        {
            var topics = new List<TopicScore>();
            var why = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            var best = 0.0;
            if (themesOf.TryGetValue(passage.Number, out var found))
            {
                foreach (var score in found.Themes.Where(score => themeIds.Contains(score.Theme)))
                {
                    if (why.TryAdd(score.Theme, score.Why))
                    {
                        topics.Add(new TopicScore(score.Theme, ContributionReader.Rounded(score.Score)));
                        best = Math.Max(best, score.Score);
                    }
                }

                foreach (var question in found.Questions.Where(questions.Contains).Distinct().Order())
                {
                    var score = passage.AnswerTo == question ? 1 : Math.Max(best, ReferenceScore);
                    topics.Add(new TopicScore(Agenda.Topic(question), ContributionReader.Rounded(score)));
                }
            }

            if (outside)
            {
                topics.Add(new TopicScore(Agenda.Outside, ReferenceScore));
            }

            if (topics.Count > 0)
            {
                result.Add(new TopicPassage(passage, topics, why));
            }
        }

        return result;
    }
}
