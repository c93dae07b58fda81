using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>Thanks, thanks with a request, and what machines answer, in many languages.</summary>
public sealed class TurnFormTests
{
    private const string Repaired = "Hello Jonas,\n\nI have repaired the export.\n\nKind regards\nNora Quist";

    public static TheoryData<string> Thanks => new()
    {
        "شكرا جزيلا، تم حل المشكلة.",
        "Tusind tak, nu virker det.",
        "Vielen Dank, jetzt klappt alles!",
        "Super, danke!\n\nViele Grüße\nJonas",
        "Thanks a lot Nora, that did it. Have a nice weekend!",
        "Thank you!! Works like a charm.",
        "Great, thanks 👍",
        "Perfect. You can close this ticket. Thank you very much.",
        "Muchas gracias, ya funciona.",
        "Merci beaucoup, ça marche.",
        "Parfait, merci pour votre aide !",
        "תודה רבה, הכל עובד עכשיו.",
        "Grazie mille, ora funziona tutto.",
        "ありがとうございました。無事に解決しました。",
        "助かりました。ありがとうございます！",
        "감사합니다. 이제 잘 됩니다.",
        "Hartelijk dank, het werkt weer.",
        "Tusen takk, nå fungerer det.",
        "Dziękuję bardzo, już działa.",
        "Muito obrigado, já está a funcionar.",
        "Tack så mycket, nu fungerar det!",
        "非常感谢，问题已经解决了。",
        "謝謝您的幫忙！",
    };

    public static TheoryData<string> ThanksAndMore => new()
    {
        "شكرا، لكن الملف ما زال فارغا.",
        "Tak, men den er stadig tom.",
        "Vielen Dank, aber der Export ist immer noch leer.",
        "Danke! Wann kommt die Erstattung?",
        "Thanks. Please send us an invoice for it.",
        "Thank you, I will test it tomorrow.",
        "Thanks in advance for a quick repair of the import, too.",
        "Gracias, pero sigue vacío.",
        "Merci, mais l'export est toujours vide.",
        "Merci. Pourriez-vous aussi rembourser les 480 EUR ?",
        "תודה, אבל הקובץ עדיין ריק.",
        "Grazie, ma è ancora vuoto.",
        "ありがとうございます。しかしまだ空のままです。",
        "감사합니다. 그런데 아직 비어 있습니다.",
        "Bedankt, maar hij is nog steeds leeg.",
        "Takk, men den er fortsatt tom.",
        "Dziękuję, ale nadal jest pusty.",
        "Obrigado, mas continua vazio.",
        "Tack, men den är fortfarande tom.",
        "谢谢，但是还是空的。",
        "Merci de rembourser la facture.",
        "Merci de modifier le vol.",
        "Merci d'annuler la commande HB-2291.",
    };

    public static TheoryData<string, string> AutomaticReplies => new()
    {
        {
            "Automatische Antwort: Export is empty",
            "Ich bin bis 23. November nicht im Büro. In dringenden Fällen wenden Sie sich bitte an meine Kollegin Ada Brandt."
        },
        {
            "Re: Export is empty",
            "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Ich bin vom 10. bis 23. November nicht erreichbar. "
                + "Ihre E-Mail wird nicht weitergeleitet."
        },
        {
            "Réponse automatique : Export is empty",
            "Je suis absent jusqu'au 23 novembre. En cas d'urgence, veuillez contacter Ada Brandt."
        },
        {
            "Re: Export is empty",
            "Bonjour,\n\nJe suis en congé jusqu'au 23 novembre. En cas d'urgence, merci de contacter ma collègue."
        },
        {
            "Respuesta automática: Export is empty",
            "Estoy fuera de la oficina hasta el 23 de noviembre. Para asuntos urgentes contacte con Ada Brandt."
        },
        { "Risposta automatica: Export is empty", "Sono fuori ufficio fino al 23 novembre. Per urgenze contattare Ada Brandt." },
        { "Resposta automática: Export is empty", "Estou ausente até 23 de novembro. Em caso de urgência contacte Ada Brandt." },
        { "Automatiskt svar: Export is empty", "Jag är på semester till den 23 november. Vid brådskande ärenden kontakta Ada Brandt." },
        { "Automatisk svar: Export is empty", "Jeg er på ferie til 23. november. Ved hastesaker kontakt Ada Brandt." },
        { "Automatisk svar: Export is empty", "Jeg er ikke på kontoret før den 23. november. I hastetilfælde kontakt Ada Brandt." },
        {
            "Odpowiedź automatyczna: Export is empty",
            "Jestem poza biurem do 23 listopada. W pilnych sprawach proszę o kontakt z Adą Brandt."
        },
        { "自動応答: Export is empty", "11月23日まで休暇をいただいております。お急ぎの方は同僚までご連絡ください。" },
        { "自动答复: Export is empty", "我目前不在办公室，11月23日返回。如有急事，请联系Ada Brandt。" },
        { "자동 회신: Export is empty", "11월 23일까지 휴가 중입니다. 급한 용무는 동료에게 연락해 주세요." },
        { "رد تلقائي: Export is empty", "أنا خارج المكتب حتى 23 نوفمبر. للأمور العاجلة يرجى التواصل مع زميلتي." },
        { "תשובה אוטומטית: Export is empty", "אני מחוץ למשרד עד 23 בנובמבר. במקרים דחופים אנא פנו לעמיתתי." },
        {
            "Re: Export is empty",
            "Thank you for your email. I am out of the office until 23 November with limited access to email. "
                + "For urgent matters please contact Ada Brandt."
        },
        {
            "[Ticket 4711] Export is empty",
            "Your message has been received and ticket 4711 was created. Please do not reply to this email."
        },
        {
            "Undelivered Mail Returned to Sender",
            "This is the mail system at host mx.example. I'm sorry to have to inform you that your message could not be delivered to one "
                + "or more recipients."
        },
        { "Unzustellbar: Export is empty", "Ihre Nachricht konnte nicht zugestellt werden." },
        { "Gelesen: Export is empty", "Ihre Nachricht wurde am 12. November gelesen." },
    };

    [Theory]
    [MemberData(nameof(Thanks))]
    public void Thanks_leave_nobody_waiting(string body) =>
        Assert.Equal(WaitingOn.Nobody, Waiting.InCase(MailExchange.Read(body, answer: Repaired))!.On);

    [Theory]
    [MemberData(nameof(ThanksAndMore))]
    public void Thanks_with_more_wait_for_the_team(string body)
    {
        var read = MailExchange.Read(body, answer: Repaired);

        Assert.Equal(WaitingOn.Team, Waiting.InCase(read)!.On);
        Assert.Equal(3, CustomerQuestion.FindLast(new CaseText(read))!.Item.Number);
    }

    [Theory]
    [MemberData(nameof(AutomaticReplies))]
    public void What_a_machine_answers_waits_for_the_customer(string subject, string body)
    {
        var read = MailExchange.Read(body, subject: subject);

        Assert.True(read.History[^1].IsAutomatic);
        Assert.Equal(WaitingOn.Customer, Waiting.InCase(read)!.On);
    }

    [Theory]
    [InlineData("I am out of the office until Monday, but my colleague still cannot export. Can you call her today?")]
    [InlineData("Ich bin bis Freitag im Urlaub. Bitte rufen Sie vorher an, der Export ist noch leer.")]
    public void Who_writes_that_he_is_away_is_a_person(string body) =>
        Assert.Equal(WaitingOn.Team, Waiting.InCase(MailExchange.Read(body, subject: "Re: Export is empty"))!.On);
}
