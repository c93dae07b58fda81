using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class AutomaticReplyTests
{
    private static readonly HistoryItem Asked = Some.In("The export is empty. Can you fix it?") with { Subject = "Export is empty" };
    private static readonly HistoryItem Answered = Some.Out(7, "I have repaired it. Could you try it again?");

    [Theory]
    [InlineData(
        "Automatisch antwoord: Export is empty", "Ik ben afwezig tot 23 november. Voor dringende zaken kunt u bellen met 555-0199.")]
    [InlineData("Automatische Antwort: Export", "Ich bin bis 23. November nicht im Büro.")]
    [InlineData("Réponse automatique : Export", "Je suis absente jusqu'au 23 novembre. En cas d'urgence, contactez ma collègue.")]
    [InlineData("Respuesta automática: Export", "Estoy de vacaciones hasta el 23 de noviembre.")]
    [InlineData("Risposta automatica: Export", "Sono in ferie fino al 23 novembre.")]
    [InlineData("Resposta automática: Export", "Estou de férias até 23 de novembro.")]
    [InlineData("Automatisk svar: Export", "Jeg er på ferie indtil den 23. november.")]
    [InlineData("Autosvar: Export", "Jag är på semester till den 23 november.")]
    [InlineData("Fraværsmelding: Export", "Jeg er på ferie til 23. november.")]
    [InlineData("Odpowiedź automatyczna: Export", "Jestem na urlopie do 23 listopada.")]
    [InlineData("自動返信: Export", "11月23日まで不在にしております。お急ぎの場合は佐藤までご連絡ください。")]
    [InlineData("自动回复: Export", "我正在休假，11月23日回来。")]
    [InlineData("자동 회신: Export", "11월 23일까지 휴가 중입니다.")]
    [InlineData("رد تلقائي: Export", "أنا خارج المكتب حتى 23 نوفمبر.")]
    [InlineData("תשובה אוטומטית: Export", "אני בחופשה עד 23 בנובמבר.")]
    [InlineData("Automatische Antwort: Export", "Urlaub! Dringend? Rufen Sie 555-0199 an, meine Vertretung hilft.")]
    [InlineData(
        "Re: Export is empty",
        "I am out of the office until 23 November with no access to mail. For urgent matters please contact my colleague Ada Brandt. "
            + "This is an automated response.")]
    [InlineData("AW: Export is empty", "Dies ist eine automatische Antwort. Ich lese Ihre Nachricht nach meiner Rückkehr.")]
    [InlineData("RE: Export is empty", "Ceci est un message automatique : nos bureaux sont fermés.")]
    [InlineData("Sv: Export is empty", "Det här är ett automatiskt svar. Jag är åter den 23 november.")]
    [InlineData("Re: Export is empty", "これは自動返信です。11月23日に戻ります。")]
    [InlineData("[#4711] Re: Export", "Thank you for writing to us. Your request has been received and is assigned the number #4711.")]
    [InlineData("[4711] AW: Export", "Vielen Dank. Wir haben Ihre Anfrage erhalten.")]
    [InlineData("Re: Export", "Jonas Weber is no longer here. This mailbox is not monitored.")]
    [InlineData("Accepted: Call about the export", "")]
    [InlineData("Zugesagt: Telefonat zum Export", "")]
    [InlineData("Accepté : Appel", "")]
    [InlineData("Geaccepteerd: Gesprek", "")]
    [InlineData("Undeliverable: Export is empty", "Your message could not be delivered.")]
    public void An_automatic_reply_is_nobodys_message(string subject, string text)
    {
        var marked = HistoryMarker.Mark(Some.Case(Asked, Answered, Some.In(text) with { Subject = subject }));

        Assert.True(marked.History[2].IsAutomatic);
        Assert.Equal(WaitingOn.Customer, Waiting.InCase(marked)!.On);
        Assert.Equal(1, CustomerQuestion.FindLast(new CaseText(marked))!.Item.Number);
    }

    [Fact]
    public void Who_is_away_and_refers_to_others_at_once_is_a_machine_and_later_a_person()
    {
        var away = Some.In("Ich bin bis Montag nicht im Büro. In dringenden Fällen hilft meine Kollegin Ada Brandt.") with
        {
            Subject = "Re: Export",
        };
        var atOnce = Some.Case(Asked, Answered, away);
        atOnce = atOnce with
        {
            History = [atOnce.History[0], atOnce.History[1], atOnce.History[2] with { At = atOnce.History[1].At!.Value.AddMinutes(1) }],
        };

        Assert.True(HistoryMarker.Mark(atOnce).History[2].IsAutomatic);
        Assert.False(HistoryMarker.Mark(Some.Case(Asked, Answered, away)).History[2].IsAutomatic);
    }

    [Theory]
    [InlineData(
        "Out of office: our auto-reply is not sent any more",
        "Since Monday the auto-reply of our team inbox is not sent. Can you repair it by Friday?")]
    [InlineData("Automatische Antwort: falscher Text", "Seit Montag wird ein falscher Text gesendet. Bitte ändern Sie ihn.")]
    [InlineData("Réponse automatique : texte faux", "Le texte de notre réponse est faux depuis lundi. Pouvez-vous le corriger ?")]
    [InlineData("自動返信が届かない", "月曜日から自動返信が届きません。直していただけますか？")]
    [InlineData("Automatic reply: wrong name", "Our reply says \"This is an automated response\" twice. Please remove one.")]
    public void A_cases_first_message_is_not_automatic_for_its_subject_alone(string subject, string text)
    {
        var first = HistoryMarker.Mark(Some.Case(Some.In(text) with { Subject = subject }));
        var again = HistoryMarker.Mark(
            Some.Case(Some.In(text) with { Subject = subject }, Answered, Some.In("It is still wrong today.") with { Subject = subject }));

        Assert.False(first.History[0].IsAutomatic);
        Assert.Equal(WaitingOn.Team, Waiting.InCase(first)!.On);
        Assert.Equal(WaitingOn.Team, Waiting.InCase(again)!.On);
    }

    [Theory]
    [InlineData("Re: Automatic reply: Export", "It fails again. Can you look?")]
    [InlineData("Re: Export", "I was out of the office last week, sorry. It still fails.")]
    [InlineData("Re: Export", "Why do I get \"This is an automated response\" from you?")]
    public void What_a_person_wrote_stays_a_message(string subject, string text) =>
        Assert.False(HistoryMarker.Mark(Some.Case(Asked, Answered, Some.In(text) with { Subject = subject })).History[2].IsAutomatic);

    [Fact]
    public void A_reps_words_and_notes_are_never_automatic()
    {
        const string Text = "This is an automated response.";

        Assert.All(
            HistoryMarker.Mark(Some.Case(Asked, Some.Out(7, Text), Some.Note(7, Text))).History,
            item => Assert.False(item.IsAutomatic));
    }
}
