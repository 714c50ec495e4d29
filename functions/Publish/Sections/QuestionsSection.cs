using Intake.Synthesis;

namespace Intake.Publish;

/// <summary>The call's questions: how far they are answered, by whom, and with which passages. Null when the call has none.</summary>
internal static class QuestionsSection
{
    public static Section? Of(DigestContext context)
    {
        var questions = context.Digest.Questions;
        if (questions.Count == 0)
            return null;
        int Count(QuestionStatus status) => questions.Count(question => question.Status == status);
        return new Section(
            "questions",
            "Questions",
            [
                new Paragraph($"Of {Wording.Number(questions.Count)} {(questions.Count == 1 ? "question" : "questions")}, {Wording.Number(Count(QuestionStatus.Answered))} answered, {Wording.Number(Count(QuestionStatus.Partly))} partly answered and {Wording.Number(Count(QuestionStatus.Unanswered))} not answered. Answered means that contributions of at least two stakeholder groups refer to it; how good an answer is, readers decide."),
                Coverage(questions),
                .. questions.Select(question => Of(question, context)),
            ]);
    }

    private static Chart Coverage(IReadOnlyList<QuestionSection> questions)
    {
        var grid = Grid.Of(
            "coverage", "Contributions on each question, by stakeholder group", "Question",
            [.. questions.Select(question => new GridRow(
                $"{Wording.Number(question.Number)} – {Wording.Status(question.Status)}", $"#q-{question.Number}", question.Groups, question.Contributions))]);
        return new Chart(() => GridChart.Draw("chart-coverage", grid), grid.Table());
    }

    private static Section Of(QuestionSection question, DigestContext context) => new(
        $"q-{question.Number}",
        $"Question {Wording.Number(question.Number)}: {Wording.Status(question.Status)}",
        [
            new Paragraph(Line.Foreign(question.Text)),
            new Paragraph($"{Wording.Of(question.Contributions, question.Of, question.Groups)}. {Before(question)}{DigestText.Coverage(question.Contributions, question.Withheld, question.Quotes)}"),
            .. CitationOf.ByGroup(question.Quotes, question.Groups, context),
        ]);

    private static string Before(QuestionSection question) => (question.Before, question.Status) switch
    {
        (null, _) => "",
        (QuestionStatus.Unanswered, QuestionStatus.Unanswered) => "Carried over: it was not answered in the last digest either. ",
        ({ } before, { } now) when before == now => $"As in the last digest: {Wording.Status(before)}. ",
        ({ } before, _) => $"In the last digest: {Wording.Status(before)}. ",
    };
}
