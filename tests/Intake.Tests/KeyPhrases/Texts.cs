using Intake.Extract;
using Intake.KeyPhrases;

namespace Intake.Tests.KeyPhrases;

/// <summary>Makes passages of a document as the Extract stage does: a paragraph a line.</summary>
internal static class Texts
{
    public static IReadOnlyList<PassageText> Passages(string document, string? language = null)
    {
        var passages = new List<PassageText>();
        var start = 0;
        foreach (var line in document.Split('\n'))
        {
            if (line.Length > 0)
            {
                passages.Add(Passage(line, passages.Count + 1, start, language ?? LanguageDetector.Instance.Detect(line)));
            }

            start += line.Length + 1;
        }

        return passages;
    }

    public static PassageText Passage(
        string text, int number = 1, int start = 0, string language = "en", PassageKind kind = PassageKind.Paragraph, int answerTo = 0, int document = 1) =>
        new(new Passage { Number = number, Document = document, Start = start, End = start + text.Length, Language = language, Kind = kind, AnswerTo = answerTo }, text);

    public static async Task<PhraseSet> PhrasesAsync(string document, string? language = null) =>
        await new EmbeddedAnalyser().FindKeyPhrasesAsync(Passages(document, language), CancellationToken.None);

    /// <summary>Every phrase stands in the document where it says, and in its passage.</summary>
    public static void AssertVerbatim(string document, IReadOnlyList<PassageText> passages, PhraseSet found)
    {
        foreach (var phrase in found.Top.Concat(found.All))
        {
            Assert.Equal(phrase.Text, document[phrase.Start..phrase.End]);
            Assert.InRange(phrase.Score, 0, 1);
            var passage = passages.Single(passage => passage.Passage.Number == phrase.Passage).Passage;
            Assert.True(phrase.Start >= passage.Start && phrase.End <= passage.End);
        }
    }
}
