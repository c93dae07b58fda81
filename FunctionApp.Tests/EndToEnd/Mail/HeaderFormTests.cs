using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>Headers above a text that no earlier mail has, so that nothing but the header tells whose it is.</summary>
public sealed class HeaderFormTests
{
    private const string Own = "Version 4.2, the log is attached.";

    public static TheoryData<string> Headers => new()
    {
        "De: Fjordline Support <help@fjordline.example>\nEnviado: jueves, 12 de noviembre de 2026 10:15\n"
            + "Para: Jonas Weber <jonas@weber.example>\nAsunto: RE: Export is empty",
        "Da: Fjordline Support <help@fjordline.example>\nInviato: giovedì 12 novembre 2026 10:15\nA: Jonas Weber\n"
            + "Oggetto: R: Export is empty",
        "De: Fjordline Support [mailto:help@fjordline.example]\nEnviada em: quinta-feira, 12 de novembro de 2026 10:15\nPara: Jonas Weber\n"
            + "Assunto: RES: Export is empty",
        "Från: Fjordline Support <help@fjordline.example>\nSkickat: den 12 november 2026 10:15\nTill: Jonas Weber\n"
            + "Ämne: SV: Export is empty",
        "Fra: Fjordline Support <help@fjordline.example>\nSendt: torsdag 12. november 2026 10:15\nTil: Jonas Weber\n"
            + "Emne: SV: Export is empty",
        "Fra: Fjordline Support <help@fjordline.example>\nSendt: 12. november 2026 10:15\nTil: Jonas Weber\nEmne: VS: Export is empty",
        "Od: Fjordline Support <help@fjordline.example>\nWysłano: czwartek, 12 listopada 2026 10:15\nDo: Jonas Weber\n"
            + "Temat: ODP: Export is empty",
        "Van: Fjordline Support <help@fjordline.example>\nVerzonden: donderdag 12 november 2026 10:15\nAan: Jonas Weber\n"
            + "Onderwerp: RE: Export is empty",
        "差出人: Fjordline Support <help@fjordline.example>\n送信日時: 2026年11月12日 10:15\n宛先: Jonas Weber\n件名: RE: Export is empty",
        "发件人：Fjordline Support <help@fjordline.example>\n发送时间：2026年11月12日 10:15\n收件人：Jonas Weber\n主题：回复: Export is empty",
        "寄件者: Fjordline Support <help@fjordline.example>\n寄件日期: 2026年11月12日 上午 10:15\n收件者: Jonas Weber\n主旨: RE: Export is empty",
        "보낸 사람: Fjordline Support <help@fjordline.example>\n보낸 날짜: 2026년 11월 12일 목요일 오전 10:15\n받는 사람: Jonas Weber\n제목: RE: Export is empty",
        "من: Fjordline Support <help@fjordline.example>\nتاريخ الإرسال: الخميس، 12 نوفمبر 2026 10:15\nإلى: Jonas Weber\n"
            + "الموضوع: رد: Export is empty",
        "מאת: Fjordline Support <help@fjordline.example>\nנשלח: יום חמישי 12 נובמבר 2026 10:15\nאל: Jonas Weber\nנושא: RE: Export is empty",
        "Lähettäjä: Fjordline Support <help@fjordline.example>\nLähetetty: torstai 12. marraskuuta 2026 10.15\n"
            + "Vastaanottaja: Jonas Weber <jonas@weber.example>\nAihe: VS: Export is empty",
        "От: Fjordline Support <help@fjordline.example>\nОтправлено: 12 ноября 2026 г. 10:15\nКому: Jonas Weber <jonas@weber.example>\n"
            + "Тема: RE: Export is empty",
        "*De :* Fjordline Support <help@fjordline.example>\n*Envoyé :* jeudi 12 novembre 2026 10:15\n*À :* Jonas Weber\n"
            + "*Objet :* RE: Export is empty",
        "From: Fjordline Support <help@fjordline.example> Sent: Thursday, November 12, 2026 10:15 AM To: "
            + "Jonas Weber <jonas@weber.example> Subject: RE: Export is empty",
        "Von: Fjordline Support <help@fjordline.example> Gesendet: Donnerstag, 12. "
            + "November 2026 10:15 An: Jonas Weber <jonas@weber.example> Betreff: AW: Export is empty",
        "*De :* Fjordline Support <help@fjordline.example> *Envoyé :* jeudi 12 novembre 2026 10:15 *À :* Jonas Weber *Objet :* RE: "
            + "Export is empty",
        "From: Fjordline Support | Sent: Thursday, November 12, 2026 10:15 AM | To: Jonas Weber | Subject: RE: Export is empty",
        "From: Fjordline Support <help@fjordline.example> Sent: Thursday, November 12, 2026 10:15 AM\n"
            + "To: Jonas Weber Subject: RE: Export is empty",
        "Am Do., 12. Nov. 2026 um 10:15 Uhr schrieb Fjordline Support <help@fjordline.example>:",
        "Am Donnerstag, 12. November 2026 um 10:15:22 MEZ hat Fjordline\nSupport <help@fjordline.example> Folgendes\ngeschrieben:",
        "Le jeu. 12 nov. 2026 à 10:15, Fjordline Support <help@fjordline.example> a\nécrit :",
        "El jue, 12 nov 2026 a las 10:15, Fjordline Support (<help@fjordline.example>)\nescribió:",
        "Il giorno gio 12 nov 2026 alle ore 10:15 Fjordline Support <\nhelp@fjordline.example> ha scritto:",
        "Em qui., 12 de nov. de 2026 às 10:15, Fjordline Support <\nhelp@fjordline.example> escreveu:",
        "Fjordline Support schreef op 2026-11-12 10:15:",
        "Den tors. 12. nov. 2026 kl. 10.15 skrev Fjordline Support <\nhelp@fjordline.example>:",
        "Den tors 12 nov. 2026 kl 10:15 skrev Fjordline Support <help@fjordline.example>:",
        "tor. 12. nov. 2026 kl. 10:15 skrev Fjordline Support <help@fjordline.example>:",
        "czw., 12 lis 2026 o 10:15 Fjordline Support <help@fjordline.example> napisał(a):",
        "2026年11月12日(木) 10:15 Fjordline Support <help@fjordline.example>:",
        "Fjordline Support <help@fjordline.example> 于2026年11月12日周四 10:15写道：",
        "2026년 11월 12일 (목) 오전 10:15, Fjordline Support <help@fjordline.example>님이 작성:",
        "في الخميس، 12 نوفمبر 2026 في 10:15 ص تمت كتابة ما يلي بواسطة Fjordline Support <help@fjordline.example>:",
        "\u202bבתאריך יום ה׳, 12 בנוב׳ 2026 ב-10:15 מאת \u202aFjordline Support\u202c\u200f "
            + "<\u202ahelp@fjordline.example\u202c\u200f>:\u202c",
        "чт, 12 нояб. 2026 г. в 10:15, Fjordline Support <help@fjordline.example>:",
        "On 12 Nov 2026, at 10:15, Fjordline Support <help@fjordline.example> wrote:",
        "    On Thursday, November 12, 2026 at 10:15:22 AM GMT+1, Fjordline Support <help@fjordline.example> wrote:  ",
        "------- Original Message -------\nOn Thursday, November 12th, 2026 at 10:15 AM, Fjordline Support <help@fjordline.example> wrote:",
        "-------- Original-Nachricht --------\nAm 12.11.26 10:15, schrieb Fjordline Support <help@fjordline.example>:",
        "--- Bitte antworten Sie oberhalb dieser Zeile ---",
        "##- Veuillez saisir votre réponse au-dessus de cette ligne. -##",
        "##- Por favor, escriba su respuesta encima de esta línea -##",
        "##- Digitare la risposta sopra questa riga -##",
        "##- Typ je reactie boven deze regel -##",
        "##- Digite sua resposta acima desta linha -##",
        "##- この行より上に返信内容を入力してください -##",
        "##- 请在此行上方输入您的回复 -##",
        "##- Ange ditt svar ovanför denna rad -##",
        "##- Wpisz swoją odpowiedź powyżej tej linii -##",
    };

    [Theory]
    [MemberData(nameof(Headers))]
    public void What_stands_below_a_header_is_not_the_customer_s(string header)
    {
        var read = MailExchange.Read($"{Own}\n\n{header}\n\nHello,\nwe would like to know whether the newsletter runs.\n\nNora Quist");

        Assert.Equal(Own, read.History[^1].Text);
        Assert.Contains("newsletter", read.History[^1].SetAside, StringComparison.Ordinal);
        Assert.Equal(Own, CustomerQuestion.FindLast(new CaseText(read))!.Text);
        Assert.Equal(WaitingOn.Team, Waiting.InCase(read)!.On);
    }

    [Fact]
    public void A_mail_that_lost_its_line_ends_is_divided_at_the_header()
    {
        var read = MailExchange.Read(
            $"{Own} From: Fjordline Support <help@fjordline.example> Sent: Thursday, November 12, 2026 10:15 AM To: Jonas Weber Subject: "
                + "RE: Export is empty "
            + MailExchange.Answer.Replace("\n", " ", StringComparison.Ordinal));

        Assert.Equal(Own, read.History[^1].Text);
    }

    [Theory]
    [InlineData(
        "Bitte Lieferung ändern:\n\nVon: Lager Oslo\nAn: Lager Bergen\nDatum: 20. November\nBetreff: Lieferung 4711\n\nWann kommt sie an?")]
    [InlineData("Please note:\n\nTo: Weber GmbH\nDate: 20 November\nSubject: Delivery\nFrom: 9:30 to 11:00\n\nIs that possible?")]
    [InlineData("On 12 Nov 2026 at 10:15 I wrote to Nora <help@fjordline.example> this:\n\nOur export is empty. Who is responsible?")]
    [InlineData("Please change it: From: Oslo To: Bergen Date: 20 November\n\nWhen do I get the ticket?")]
    [InlineData(
        "On Monday your colleague wrote:\nwe will refund 480 EUR by Wednesday.\n\nNothing has arrived. Who is responsible for this?")]
    public void A_delivery_and_a_journey_are_no_headers(string body) => Assert.Equal(body, MailExchange.ReadFirst(body).History[0].Text);
}
