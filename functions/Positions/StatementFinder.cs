using Intake.Duplicates;
using Intake.Extract;
using Intake.Extract.PlainText;
using Intake.KeyPhrases;
using Intake.Synthesis;
using Intake.Themes;

namespace Intake.Positions;

/// <summary>Finds the statements of one revision that take a stand, each with what it is about.</summary>
public static class StatementFinder
{
    /// <summary>Statements kept of one revision.</summary>
    public const int MostStatements = 40;

    /// <summary>Word pairs of the fingerprint, about eight pages.</summary>
    public const int MostPairs = 4_000;

    private const string Engine = "Intake positions 1";

    /// <summary>UTF-16 units; a longer "sentence" is a table, or a text without full stops.</summary>
    private const int LongestSentence = 1_000;

    /// <summary>Content words: "We strongly support this." says nothing by itself, "No new mechanism is needed." does.</summary>
    private const int FewestWords = 2;

    /// <summary>Of a passage that refers to a question, when no theme says how much.</summary>
    private const double ReferenceScore = 0.5;

    /// <summary>What is said in these is not what its contributor asks for here.</summary>
    private const PassageFlags NotSaid = PassageFlags.Folded | PassageFlags.Quoted | PassageFlags.Repeated | PassageFlags.Placeholder;

    /// <param name="passages">Of one revision, in order.</param>
    /// <param name="classification">Of the same passages.</param>
    public static PositionSet Find(IReadOnlyList<PassageText> passages, Classification classification)
    {
        ArgumentNullException.ThrowIfNull(passages);
        ArgumentNullException.ThrowIfNull(classification);
        var said = passages.Where(passage => (passage.Passage.Flags & NotSaid) == 0).ToList();
        var themes = classification.Passages.DistinctBy(found => found.Passage).ToDictionary(found => found.Passage);
        var lists = new RecommendationLists();
        var candidates = new List<Candidate>();
        foreach (var passage in said)
        {
            var stances = lists.Next(passage, StanceFinder.Find(passage.Text, passage.Passage.Language));
            if (passage.Passage.Kind != PassageKind.Heading)
            {
                candidates.AddRange(stances
                    .Where(stance => stance.End - stance.Start <= LongestSentence && passage.Text[stance.End - 1] is not (':' or '：'))
                    .OrderByDescending(stance => stance.Strength).ThenBy(stance => stance.Start)
                    .Take(MostStatements)
                    .Select((stance, rank) => new Candidate(passage, stance, rank)));
            }
        }

        var chosen = candidates
            .OrderBy(candidate => candidate.Cost).ThenBy(candidate => candidate.Of.Passage.Number).ThenBy(candidate => candidate.Stance.Start)
            .Select(candidate => Statement(candidate.Of, candidate.Stance, themes.GetValueOrDefault(candidate.Of.Passage.Number)))
            .Where(statement => statement.Words.Length >= FewestWords * sizeof(uint))
            .Take(MostStatements)
            .OrderBy(statement => statement.Passage).ThenBy(statement => statement.Start);
        return new(Engine, [.. chosen], Fingerprint.Of(string.Join('\n', said.Select(passage => passage.Text)), MostPairs).ToBytes());
    }

    private static StatedPosition Statement(PassageText of, Stance stance, PassageThemes? themes)
    {
        // The sign of a list item is no part of what it says.
        var start = ListMarker.Skip(of.Text, stance.Start, stance.End);
        var (passage, sentence) = (of.Passage, of.Text[start..stance.End]);
        var (meaning, words) = StatementFeatures.Of(sentence, passage.Language);
        return new(passage.Document, passage.Number, passage.Start + start, passage.Start + stance.End, passage.Language,
            stance.Supports, stance.Strength, stance.Addressee, Topics(passage, themes), meaning, words,
            ProcessWords.SpeaksOfProcess(sentence, passage.Language), StanceFinder.StandsAlone(sentence, passage.Language), stance.Mixed);
    }

    private static List<TopicScore> Topics(Passage passage, PassageThemes? found)
    {
        if (found is null)
        {
            return [];
        }

        var best = found.Themes.Select(theme => theme.Score).DefaultIfEmpty().Max();
        return
        [
            .. found.Themes.Select(theme => new TopicScore(theme.Theme, theme.Score)),
            .. found.Questions.Select(question =>
                new TopicScore(Agenda.Topic(question), passage.AnswerTo == question ? 1 : Math.Max(best, ReferenceScore))),
        ];
    }

    /// <param name="Rank">How many statements of the passage are stronger.</param>
    private sealed record Candidate(PassageText Of, Stance Stance, int Rank)
    {
        /// <summary>The strongest first, but the second of a passage only after what is one degree stronger elsewhere.</summary>
        public int Cost => Rank - (int)Stance.Strength;
    }
}
