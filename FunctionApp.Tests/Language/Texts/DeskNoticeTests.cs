using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Lookup;

namespace FuseDeskFlows.Tests.Language.Texts;

/// <summary>What programs say in the team's name answers nobody, whoever's id it bears.</summary>
public sealed class DeskNoticeTests
{
    private const string Asked = "The export is empty. Can you fix it?";

    private static readonly HistoryItem[] Thanked = [Some.In(Asked), Some.Out(7, "I have repaired it."), Some.In("Thank you, it works!")];

    [Theory]
    [InlineData("How did we do? Please rate our service: ★★★★★")]
    [InlineData("Wie zufrieden waren Sie mit unserem Service? Bitte bewerten Sie uns: 1 2 3 4 5")]
    [InlineData("Comment évaluez-vous notre service ? Répondez à notre enquête.")]
    [InlineData("¿Cómo lo hicimos? Por favor, valore nuestro servicio.")]
    [InlineData("Come ci siamo comportati? Valuti il nostro servizio.")]
    [InlineData("Como nos saímos? Avalie o nosso atendimento, por favor.")]
    [InlineData("Hoe tevreden bent u over onze service? Vul onze enquête in.")]
    [InlineData("Hvor tilfreds er du med vores service? Bedøm os her.")]
    [InlineData("Hur nöjd är du med vår service? Svara gärna på vår enkät.")]
    [InlineData("Hvor fornøyd er du med vår service? Vurder oss her.")]
    [InlineData("Jak oceniasz naszą obsługę? Prosimy o wypełnienie ankiety.")]
    [InlineData("ご対応の満足度をお聞かせください。アンケートにご協力をお願いいたします。")]
    [InlineData("请对我们的服务进行评价。满意度调查：非常满意 / 满意 / 不满意")]
    [InlineData("상담은 만족스러우셨나요? 만족도 설문에 참여해 주세요.")]
    [InlineData("كيف كانت تجربتك معنا؟ يرجى تقييم خدمتنا.")]
    [InlineData("איך היה השירות? נשמח אם תמלאו סקר שביעות רצון.")]
    [InlineData("On a scale of 0 to 10, how likely are you to recommend us to a friend or colleague?")]
    [InlineData("We'd love to hear from you. How would you rate the support you received?\n\nGood\nBad")]
    public void A_request_to_rate_the_service_is_no_question_and_no_answer(string survey)
    {
        var thanked = HistoryMarker.Mark(Some.Case([.. Thanked, Some.Out(7, survey)]));
        var unanswered = HistoryMarker.Mark(Some.Case(Some.In(Asked), Some.Out(7, survey)));

        Assert.Equal(WaitingOn.Nobody, Waiting.InCase(thanked)?.On);
        Assert.Null(CustomerQuestion.FindLast(new CaseText(thanked)));
        Assert.Equal(2, Assert.Single(CaseHistoryFacts.Actions(new CaseText(thanked))).HistoryItem);
        Assert.Equal(WaitingOn.Team, Waiting.InCase(unanswered)?.On);
        Assert.Equal("Can you fix it?", CustomerQuestion.FindLast(new CaseText(unanswered))?.Text);
        Assert.Null(CaseHistoryFacts.LastAnswerByRep(unanswered));
    }

    [Theory]
    [InlineData("The invoice was sent today to your accounting. How did we do? Rate us: ★★★★★")]
    [InlineData("Der Export läuft wieder ab 14 Uhr. Wie zufrieden sind Sie mit unserem Service?")]
    [InlineData("We have changed the export. Could you try it, and rate our service?")]
    [InlineData("Which rating do you see in the list?")]
    public void What_tells_something_beside_a_survey_is_an_answer(string text) => Assert.Equal(
        WaitingOn.Customer, Waiting.InCase(HistoryMarker.Mark(Some.Case(Some.In(Asked), Some.Out(7, text))))?.On);

    [Theory]
    [InlineData("5")]
    [InlineData("5 stars, great service!")]
    [InlineData("★★★★★")]
    [InlineData("Sehr gut")]
    [InlineData("10/10, merci")]
    public void A_grade_is_nothing_to_answer(string grade) => Assert.Equal(
        WaitingOn.Nobody,
        Waiting.InCase(HistoryMarker.Mark(Some.Case([.. Thanked, Some.Out(7, "How did we do?"), Some.In(grade)])))?.On);

    [Theory]
    [InlineData("1, it is still empty.")]
    [InlineData("5 stars, but who sends me the invoice?")]
    public void A_grade_with_a_trouble_or_a_question_is_a_message(string text) => Assert.Equal(
        WaitingOn.Team,
        Waiting.InCase(HistoryMarker.Mark(Some.Case([.. Thanked, Some.Out(7, "How did we do?"), Some.In(text)])))?.On);

    [Theory]
    [InlineData("All our agents are busy, you are number 3 in the queue.")]
    [InlineData("Anna joined the chat")]
    [InlineData("Thank you for waiting. An agent will be with you shortly.")]
    [InlineData("Hi! I'm Fjordbot, a virtual assistant. An agent will be with you shortly.")]
    [InlineData("This chat has been transferred to Billing.")]
    [InlineData("Alle unsere Mitarbeiter sind im Gespräch, Sie sind auf Platz 3 in der Warteschlange.")]
    [InlineData("Anna ist dem Chat beigetreten.")]
    [InlineData("Tous nos conseillers sont occupés, vous êtes en position 3 dans la file d'attente.")]
    [InlineData("Todos nuestros agentes están ocupados, usted es el número 3 en la cola.")]
    [InlineData("Tutti i nostri operatori sono occupati, lei è il numero 3 in coda.")]
    [InlineData("Todos os nossos atendentes estão ocupados, você é o número 3 na fila.")]
    [InlineData("Al onze medewerkers zijn in gesprek, u bent nummer 3 in de wachtrij.")]
    [InlineData("Alle vores medarbejdere er optaget, du er nummer 3 i køen.")]
    [InlineData("Alla våra medarbetare är upptagna, du är nummer 3 i kön.")]
    [InlineData("Alle våre medarbeidere er opptatt, du er nummer 3 i køen.")]
    [InlineData("Wszyscy nasi konsultanci są zajęci, jesteś 3. w kolejce.")]
    [InlineData("ただいま混み合っております。お待ちの順番は3番目です。")]
    [InlineData("所有客服正忙，您前面还有3位。")]
    [InlineData("모든 상담원이 상담 중입니다. 대기 순번은 3번입니다.")]
    [InlineData("جميع موظفينا مشغولون، أنت رقم 3 في قائمة الانتظار.")]
    [InlineData("כל הנציגים עסוקים, אתה מספר 3 בתור.")]
    public void A_chat_s_program_answers_nobody_under_a_rep_s_id(string notice)
    {
        var chat = HistoryMarker.Mark(Chat(Some.In("Where is my refund?"), Some.Out(7, notice)));

        Assert.True(chat.Messages[1].IsAutomatic);
        Assert.Equal(WaitingOn.Team, Waiting.InMessages(chat.Messages, WaitingJudgedBy.Messages)?.On);
    }

    [Theory]
    [InlineData("Your ticket is number 3 in our developers' queue. It will be fixed on Friday at 10:00.")]
    [InlineData("Anna joined the chat team in March, and she has checked your account.")]
    [InlineData("Which agent joined the chat?")]
    [InlineData("Sie sind im Chat mit Nora. Die Rückerstattung kam am 3. März.")]
    public void A_person_who_speaks_of_queues_and_chats_answers(string text) =>
        Assert.False(HistoryMarker.Mark(Chat(Some.In("Where is my refund?"), Some.Out(7, text))).Messages[1].IsAutomatic);

    [Theory]
    [InlineData("Thank you for contacting us. We have received your request (#4711). We will get back to you.")]
    [InlineData("Vielen Dank. Ihre Anfrage ist bei uns eingegangen. Wir melden uns.")]
    [InlineData("Merci. Nous avons bien reçu votre demande.")]
    [InlineData("Hemos recibido su solicitud. Gracias.")]
    [InlineData("We hebben uw bericht ontvangen. Hartelijk dank.")]
    [InlineData("Vi har mottatt din henvendelse.")]
    public void That_a_request_has_been_received_is_no_answer(string text) => Assert.Equal(
        WaitingOn.Team, Waiting.InCase(HistoryMarker.Mark(Some.Case(Some.In(Asked), Some.Out(7, text))))?.On);

    private static Chat Chat(params HistoryItem[] messages) => new()
    {
        Id = new("c-1"),
        Messages = [.. messages.Select((item, index) => item with { Number = index + 1, Kind = HistoryKind.Chat, At = Some.Moment })],
    };
}
