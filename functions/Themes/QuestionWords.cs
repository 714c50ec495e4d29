using System.Collections.Frozen;
using Intake.KeyPhrases;

namespace Intake.Themes;

/// <summary>The words with which people refer to questions, folded as <see cref="Fold"/> does.</summary>
internal static class QuestionWords
{
    /// <summary>Announce numbers.</summary>
    public static readonly FrozenSet<string> Questions = Set("""
        question questions pregunta preguntas pergunta perguntas questao questoes cuestion cuestiones interrogante frage fragen
        domanda domande quesito quesiti vraag vragen fraga fragor sporsmal sporgsmal kysymys soru sorular sorusu pytanie pytania
        pytan otazka otazky kerdes intrebare intrebarea intrebari swali maswali pertanyaan soalan hoi
        вопрос вопроса вопросу вопросе вопросом вопросы вопросов вопросам вопросах вопросами
        питання питань питанню въпрос въпроси
        سؤال السؤال والسؤال للسؤال بالسؤال وللسؤال وبالسؤال فالسؤال سؤالين السؤالين السؤالان للسؤالين والسؤالين
        اسئلة الأسئلة والأسئلة للأسئلة بالأسئلة وللأسئلة سوال سوالات प्रश्न सवाल 질문
        """);

    /// <summary>Announce numbers where they begin a passage and a sign follows: "Answer 4: Yes."</summary>
    public static readonly FrozenSet<string> Answers = Set(
        "answer answers response responses reponse reponses respuesta respuestas resposta respostas antwort antworten ответ ответы "
        + "جواب الجواب إجابة الإجابة");

    /// <summary>Announce numbers if the agenda is named with them: "agenda item 3", "point 3 de l'ordre du jour".</summary>
    public static readonly FrozenSet<string> Items = Set(
        "item items point points punto puntos tema temas ponto pontos tagesordnungspunkt пункт пункта пункту пункте пункты пунктов "
        + "пунктам пунктах البند بند البندين البنود");

    public static readonly FrozenSet<string> Agendas = Set(
        "agenda jour programa dia tagesordnung повестки повестке جدول");

    public static readonly FrozenSet<string> Ands = Set("and & et y e und en и i ve na dan و plus or ou o и/или или oder sowie и");

    public static readonly FrozenSet<string> Tos = Set("to through a ao bis до по إلى حتى al thru until till hasta ate al");

    /// <summary>Stand between the word and its number: "Question No. 4".</summary>
    public static readonly FrozenSet<string> Labels = Set(
        "no nos nr n num number numbers numero numeros numéro nummer номер номера номером رقم la");

    /// <summary>The same, only where a range follows: "questions from 2 to 6".</summary>
    public static readonly FrozenSet<string> Froms = Set("from de del des du da das von с من los las les");

    /// <summary>Before an ordinal: "the fourth question".</summary>
    public static readonly FrozenSet<string> Articles = Set(
        "the your la le les l el las los al a as o os da das na nas ao aos au aux du des die der den dem zur zum il lo alla della");

    /// <summary>Between an ordinal and its noun: "the fourth guiding question".</summary>
    public static readonly FrozenSet<string> Adjectives = Set("guiding consultation discussion numbered policy");

    /// <summary>After "the first question" and "question one": it is any question, not that of the call.</summary>
    public static readonly FrozenSet<string> NotOurs = Set("""
        is that which whether we to i here arises arising mark time session may can could might must should would will needs asks
        has often always est que qui es ist lautet é состоит заключается hundred thousand million
        """);

    /// <summary>Every word that may begin a reference: nearly all others are passed over with one look.</summary>
    public static readonly FrozenSet<string> Beginnings = FrozenSet.ToFrozenSet(
        [.. Questions, .. Answers, .. Items, .. NumberWords.BeforeNoun.Keys, "q", "qs", "qu", "qn"]);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Fold.Word(word)).ToFrozenSet();
}
