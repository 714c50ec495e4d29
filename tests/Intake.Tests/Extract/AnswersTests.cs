using Intake.Extract;
using static Intake.Tests.Extract.Reading;

namespace Intake.Tests.Extract;

public class AnswersTests
{
    [Fact]
    public async Task Each_block_knows_the_question_it_answers()
    {
        var read = await Read("""{"10": "Yes.", "2": "First.\n\nSecond \"quoted\"."}""", "answers.json", DocumentKind.AnswersContentType);

        Assert.Equal(DocumentKind.Answers, read.Kind);
        Assert.Equal([2, 2, 10], read.Blocks.Select(block => block.AnswerTo));
        Assert.Equal(["Paragraph: First.", "Paragraph: Second \"quoted\".", "Paragraph: Yes."], read.Blocks());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"1\": {\"2\": \"x\"}}")]
    [InlineData("{\"one\": \"x\"}")]
    [InlineData("{\"1\": \"\\ud800\"}")]
    [InlineData("{\"1\": \"x\"")]
    public async Task Malformed_answers_are_a_recorded_outcome(string json) =>
        Assert.NotNull((await Read(json, "answers.json", DocumentKind.AnswersContentType)).Problem);

    [Fact]
    public async Task Passages_carry_the_answer_and_the_language_of_most_of_the_text()
    {
        var read = await Read("""{"1": "Oui.", "2": "A much longer answer in English."}""", "answers.json", DocumentKind.AnswersContentType);

        var document = PassageBuilder.Build(3, "answers.json", read, 41, ["fr", "en"]);

        Assert.Equal((3, "en", read.Text.Length), (document.Number, document.Language, document.Characters));
        Assert.Equal([(41, 1, "fr", "Oui."), (42, 2, "en", "A much longer answer in English.")], document.Passages.Select(p => (p.Number, p.AnswerTo, p.Language, p.In(read.Text))));
    }
}
