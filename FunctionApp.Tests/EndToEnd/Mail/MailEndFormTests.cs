using System.Text.Json.Nodes;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.EndToEnd.Mail;

/// <summary>What devices, companies and files add to a mail, in many languages; and what only looks like it.</summary>
public sealed class MailEndFormTests
{
    public static TheoryData<string> Disclaimers => new()
    {
        "Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, "
            + "informieren Sie bitte sofort den Absender und vernichten Sie diese E-Mail.",
        "Ce message est confidentiel. Si vous n'êtes pas le destinataire, merci de le détruire et d'en avertir l'expéditeur.",
        "Este mensaje es confidencial y va dirigido exclusivamente a su destinatario. Si lo ha recibido por error, elimínelo.",
        "Questo messaggio è riservato e destinato esclusivamente al destinatario. Se lo ha ricevuto per errore, lo cancelli.",
        "Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde. "
            + "Als u dit bericht per abuis ontvangt, verwijder het dan.",
        "Ta wiadomość jest poufna i przeznaczona wyłącznie dla adresata. "
            + "Jeśli otrzymali ją Państwo przez pomyłkę, prosimy o jej usunięcie.",
        "このメールには機密情報が含まれています。誤って受信された場合は、破棄してください。",
        "Detta meddelande är konfidentiellt och avsett endast för adressaten. Om du fått det av misstag, radera det.",
        "Denne e-mail er fortrolig og kun beregnet for modtageren. Har du modtaget den ved en fejl, bedes du slette den.",
        "Denne e-posten er konfidensiell og kun ment for mottakeren. Har du mottatt den ved en feil, vennligst slett den.",
        "Esta mensagem é confidencial e destina-se exclusivamente ao destinatário. Se a recebeu por engano, elimine-a.",
        "本邮件包含机密信息，仅供收件人使用。如果您误收此邮件，请立即删除。",
        "This email and any attachments are confidential and intended solely for the addressee. "
            + "If you have received it in error, please delete it.",
    };

    public static TheoryData<string> DeviceLines => new()
    {
        "Sent from my BlackBerry 10 smartphone on the Vodafone network.",
        "Sendt fra min Galaxy",
        "Von meinem Galaxy gesendet",
        "Enviado desde mi Galaxy",
        "Envoyé de mon Galaxy",
        "Inviato dal mio Galaxy",
        "Galaxyから送信",
        "나의 Galaxy에서 보냄",
        "Verzonden vanaf mijn Galaxy",
        "Sendt fra min Galaxy",
        "Wysłane z mojego Galaxy",
        "Enviado do meu Galaxy",
        "Von meinem Samsung Galaxy Smartphone gesendet.",
        "Skickat från min Galaxy",
        "Sent from my Galaxy",
        "Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.",
        "Gesendet von meinem HUAWEI Mobiltelefon",
        "أُرسلت من الـ iPhone",
        "נשלח מה-iPhone שלי",
        "iPhoneから送信",
        "发自我的iPhone",
        "Sent from Mail for Windows 10",
        "Gesendet von Mail für Windows",
        "Get Outlook for Android",
        "Outlook für Android herunterladen",
        "Télécharger Outlook pour Android<https://aka.ms/AAb9ysg>",
        "Télécharger Outlook pour iOS",
        "Scarica Outlook per Android",
        "Sent with Proton Mail secure email.",
        "Sent from Proton Mail for iOS",
        "Envoyé à partir de Yahoo Mail pour Android",
        "Gesendet mit Yahoo Mail auf Android",
    };

    [Theory]
    [MemberData(nameof(Disclaimers))]
    public void A_disclaimer_is_no_content_and_what_follows_it_is(string disclaimer) => Assert.Equal(
        "Version 4.2\n\nP.S. Can you call me today?",
        MailExchange.Read($"Version 4.2\n\nJonas Weber\n\n{disclaimer}\n\nP.S. Can you call me today?").History[^1].Text);

    [Theory]
    [MemberData(nameof(DeviceLines))]
    public void A_device_s_line_is_no_content(string line) =>
        Assert.Equal("Version 4.2", MailExchange.Read($"Version 4.2\n\n{line}").History[^1].Text);

    [Theory]
    [InlineData("Sent from my account, 212 mails were doubled. Can you stop it?")]
    [InlineData("Von meinem Konto wurden gestern 212 Mails doppelt gesendet.")]
    [InlineData("Die Texte sind vertraulich. Können Sie sie heute wiederherstellen?")]
    public void Prose_that_begins_like_them_is_content(string body) => Assert.Equal(body, MailExchange.Read(body).History[^1].Text);

    [Theory]
    [InlineData("Version 4.2\n-- \nJonas Weber | Weber GmbH | Geschäftsführer: J. Weber | HRB 4711\nwww.weber.example")]
    [InlineData("Version 4.2\n\n> Which version of the app do you use?\n\n-- \nJonas Weber\nWeber GmbH")]
    public void A_signature_behind_its_delimiter_is_no_content(string body) =>
        Assert.Equal("Version 4.2", MailExchange.Read(body).History[^1].Text);

    [Theory]
    [InlineData("")]
    [InlineData("\n\nKind regards\nJonas Weber")]
    [InlineData("Mit freundlichen Grüßen\nJonas Weber")]
    public void A_file_without_words_is_told_as_that(string body)
    {
        var read = MailExchange.Read(body, more: Attached("export.log"));

        Assert.Equal(WaitingOn.Team, Waiting.InCase(read)!.On);
        Assert.NotEqual(3, CustomerQuestion.FindLast(new CaseText(read))!.Item.Number);
        Assert.EndsWith("[Sent without words: export.log]", ExtractiveLineWriter.Write(read)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export.log", WaitingOn.Team)]
    [InlineData("image001.png", WaitingOn.Nobody)]
    public void Thanks_with_a_file_are_to_be_looked_at(string file, WaitingOn on) => Assert.Equal(
        on, Waiting.InCase(MailExchange.Read("Thank you very much!", answer: "I have repaired the export.", more: Attached(file)))!.On);

    private static JsonObject Attached(string name) => new() { ["attachments"] = new JsonArray(new JsonObject { ["name"] = name }) };
}
