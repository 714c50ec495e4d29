using Intake.Themes;

namespace Intake.Tests.Themes;

public sealed class QuestionReferencesTests
{
    private static readonly HashSet<int> Call = [.. Enumerable.Range(1, 18)];

    [Theory]
    [InlineData("Implementation of the Tunis Agenda (Questions 2 and 3);", "2,3")]
    [InlineData("Barriers (Questions, 11,12,13 and 16)", "11,12,13,16")]
    [InlineData("Q4: We believe", "4")]
    [InlineData("Q 4 - We believe", "4")]
    [InlineData("Answers to Q4, Q5 and Q7", "4,5,7")]
    [InlineData("Question 4 and 5", "4,5")]
    [InlineData("Questions 2 to 6", "2,3,4,5,6")]
    [InlineData("Questions 2–4, 8 & 9.", "2,3,4,8,9")]
    [InlineData("As to question four, yes.", "4")]
    [InlineData("QUESTION No. 12", "12")]
    [InlineData("Question (7)", "7")]
    [InlineData("Réponse à la question n° 4 et aux questions 5 à 7", "4,5,6,7")]
    [InlineData("Les questions 2 et 3", "2,3")]
    [InlineData("Respuesta a la pregunta 4 y a las preguntas 6 y 7", "4,6,7")]
    [InlineData("Perguntas 2 e 3", "2,3")]
    [InlineData("Fragen 2 bis 4", "2,3,4")]
    [InlineData("По вопросу 4 и вопросам 6 и 7, в вопросе № 9", "4,6,7,9")]
    [InlineData("Вопросы 2–4", "2,3,4")]
    [InlineData("问题4：我们认为", "4")]
    [InlineData("对第4题和第五题的答复", "4,5")]
    [InlineData("问题四和问题十二", "4,12")]
    [InlineData("問題１０", "10")]
    [InlineData("第十一个问题", "11")]
    [InlineData("السؤال 4", "4")]
    [InlineData("الأسئلة 2 و3", "2,3")]
    [InlineData("ردا على السؤال ٤ والسؤال ١٢", "4,12")]
    [InlineData("Q.4 Yes", "4")]
    [InlineData("Questions (4) and (5)", "4,5")]
    [InlineData("Q-4: yes", "4")]
    [InlineData("Q2a and Q3b", "2,3")]
    [InlineData("Question 2(a) and 3 (b)", "2,3")]
    [InlineData("Questions 2, 3, and 7", "2,3,7")]
    [InlineData("Questions from 2 to 4", "2,3,4")]
    [InlineData("Qs 1-3", "1,2,3")]
    [InlineData("Q4–Q6", "4,5,6")]
    [InlineData("Question IV:", "4")]
    [InlineData("QUESTION XII", "12")]
    [InlineData("guiding question 2", "2")]
    [InlineData("in response to the 4th question", "4")]
    [InlineData("As for the fourth question, we agree", "4")]
    [InlineData("the fourth and fifth guiding questions", "4,5")]
    [InlineData("On agenda item 3 and agenda items 5 to 7", "3,5,6,7")]
    [InlineData("Answer 4: Yes.", "4")]
    [InlineData("Réponse à la quatrième question", "4")]
    [InlineData("la 4e question", "4")]
    [InlineData("point 3 de l'ordre du jour", "3")]
    [InlineData("Question quatorze", "14")]
    [InlineData("La cuarta pregunta y la pregunta cinco", "4,5")]
    [InlineData("tema 3 del programa", "3")]
    [InlineData("preguntas de la 2 a la 4", "2,3,4")]
    [InlineData("A quarta pergunta", "4")]
    [InlineData("Zur vierten Frage; 5. Frage", "4,5")]
    [InlineData("по четвёртому вопросу и пятый вопрос", "4,5")]
    [InlineData("4-й вопрос", "4")]
    [InlineData("пункт 3 повестки дня", "3")]
    [InlineData("السؤال الرابع", "4")]
    [InlineData("السؤال الثاني عشر", "12")]
    [InlineData("الأسئلة من 2 إلى 4", "2,3,4")]
    [InlineData("البند 3 من جدول الأعمال", "3")]
    [InlineData("第2至4题", "2,3,4")]
    [InlineData("第四和第五个问题", "4,5")]
    [InlineData("議題３", "3")]
    [InlineData("Question twelve", "12")]
    [InlineData("soru 4 ve 4. soru", "4")]
    public void Finds_what_people_write(string text, string expected) => Assert.Equal(expected, Found(text));

    [Theory]
    [InlineData("the question 2020 raised")]
    [InlineData("a question of 5 members")]
    [InlineData("Revenue in Q4 2024 and Q4/2023")]
    [InlineData("Question 19")]
    [InlineData("questions were asked in 5 letters")]
    [InlineData("We have many questions, 5 in all")]
    [InlineData("FAQ 4, IQ 5")]
    [InlineData("4. The question is open")]
    [InlineData("讨论了4个问题")]
    [InlineData("The first question is whether this works")]
    [InlineData("first questions come first")]
    [InlineData("The question I raised, the question one may ask")]
    [InlineData("In 2024 Q4 and Q4 of 2023")]
    [InlineData("2 items, item 3 of the list")]
    [InlineData("una pregunta de 5 palabras")]
    [InlineData("Point 3 is not clear")]
    [InlineData("Our answer to 4 people")]
    [InlineData("1. 4 questions")]
    [InlineData("")]
    public void Leaves_the_rest_alone(string text) => Assert.Equal("", Found(text));

    [Fact]
    public void Says_where_it_stands()
    {
        const string Text = "See Questions 2 and 3, please.";
        var reference = Assert.Single(QuestionReferences.Find(Text, Call));
        Assert.Equal("Questions 2 and 3", Text[reference.Start..reference.End]);
    }

    [Theory]
    [InlineData("Questions 1")]
    [InlineData("Q")]
    [InlineData("第")]
    [InlineData("questions,")]
    [InlineData("Questions 1 to 99999999999999999999 ")]
    public void Repetition_without_end_ends(string again) =>
        QuestionReferences.Find(string.Concat(Enumerable.Repeat(again, 200_000)), Call);

    private static string Found(string text) =>
        string.Join(',', QuestionReferences.Find(text, Call).SelectMany(reference => reference.Numbers).Distinct());
}
