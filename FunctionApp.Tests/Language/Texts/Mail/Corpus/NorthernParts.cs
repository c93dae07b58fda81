namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>Languages of Northern and Eastern Europe; Czech, Finnish and Turkish have no table in the app.</summary>
internal static class NorthernParts
{
    public static readonly LanguageParts[] All =
    [
        new("da")
        {
            Team =
            [
                "Hej Jonas,",
                "Tak for din besked om den tomme eksport.",
                "Hvilken version af appen bruger du, og kan du sende os logfilen?",
                "Venlig hilsen",
            ],
            Customer = ["Vi bruger version 4.2 på to maskiner.", "Kan nogen ringe til mig inden fredag?"],
            Closing = "Med venlig hilsen",
            Gmail = "Den tor. 12. nov. 2026 kl. 10.15 skrev Fjordline Support <help@fjordline.example>:",
            Apple = "Den 12. nov. 2026 kl. 10.15 skrev Fjordline Support <help@fjordline.example>:",
            Outlook = ["Fra:", "Sendt:", "Til:", "Emne:"],
            Original = "Oprindelig meddelelse",
            Forwarded = "Videresendt besked",
            Device = "Sendt fra min iPhone",
        },
        new("sv")
        {
            Team =
            [
                "Hej Jonas,",
                "Tack för din anmälan om den tomma exporten.",
                "Vilken version av appen använder du, och kan du skicka loggfilen till oss?",
                "Med vänlig hälsning",
            ],
            Customer = ["Vi använder version 4.2 på två datorer.", "Kan någon ringa mig före fredag?"],
            Closing = "Vänliga hälsningar",
            Gmail = "Den tors 12 nov. 2026 kl 10:15 skrev Fjordline Support <help@fjordline.example>:",
            Apple = "12 nov. 2026 kl. 10:15 skrev Fjordline Support <help@fjordline.example>:",
            Outlook = ["Från:", "Skickat:", "Till:", "Ämne:"],
            Original = "Ursprungligt meddelande",
            Forwarded = "Vidarebefordrat meddelande",
            Device = "Skickat från min iPhone",
        },
        new("no")
        {
            Team =
            [
                "Hei Jonas,",
                "Takk for meldingen om den tomme eksporten.",
                "Hvilken versjon av appen bruker du, og kan du sende oss loggfilen?",
                "Vennlig hilsen",
            ],
            Customer = ["Vi bruker versjon 4.2 på to maskiner.", "Kan noen ringe meg før fredag?"],
            Closing = "Med vennlig hilsen",
            Gmail = "tor. 12. nov. 2026 kl. 10:15 skrev Fjordline Support <help@fjordline.example>:",
            Apple = "12. nov. 2026 kl. 10:15 skrev Fjordline Support <help@fjordline.example>:",
            Outlook = ["Fra:", "Sendt:", "Til:", "Emne:"],
            Original = "Opprinnelig melding",
            Forwarded = "Videresendt melding",
            Device = "Sendt fra min iPhone",
        },
        new("pl")
        {
            Team =
            [
                "Dzień dobry Panie Jonasie,",
                "Dziękujemy za zgłoszenie pustego eksportu.",
                "Której wersji aplikacji Pan używa i czy może Pan przesłać nam plik dziennika?",
                "Z poważaniem",
            ],
            Customer = ["Używamy wersji 4.2 na dwóch komputerach.", "Czy ktoś może do mnie zadzwonić przed piątkiem?"],
            Closing = "Pozdrawiam",
            Gmail = "czw., 12 lis 2026 o 10:15 Fjordline Support <help@fjordline.example> napisał(a):",
            Apple = "Wiadomość napisana przez Fjordline Support <help@fjordline.example> w dniu 12.11.2026, o godz. 10:15:",
            Outlook = ["Od:", "Wysłano:", "Do:", "Temat:"],
            Original = "Oryginalna wiadomość",
            Forwarded = "Przekazana wiadomość",
            Device = "Wysłane z iPhone'a",
        },
        new("cs")
        {
            Team =
            [
                "Dobrý den,",
                "děkujeme za zprávu o prázdném exportu.",
                "Kterou verzi aplikace používáte a můžete nám poslat soubor protokolu?",
                "S pozdravem",
            ],
            Customer = ["Používáme verzi 4.2 na dvou počítačích.", "Může mi někdo zavolat do pátku?"],
            Closing = "",
            Gmail = "čt 12. 11. 2026 v 10:15 odesílatel Fjordline Support <help@fjordline.example> napsal:",
            Apple = "12. 11. 2026 v 10:15, Fjordline Support <help@fjordline.example>:",
            Outlook = ["Od:", "Odesláno:", "Komu:", "Předmět:"],
            Original = "",
            Forwarded = "Přeposlaná zpráva",
            Device = "",
        },
        new("fi")
        {
            Team =
            [
                "Hei Jonas,",
                "Kiitos ilmoituksesta tyhjästä viennistä.",
                "Mitä sovelluksen versiota käytät ja voitko lähettää meille lokitiedoston?",
                "Ystävällisin terveisin",
            ],
            Customer = ["Käytämme versiota 4.2 kahdella koneella.", "Voiko joku soittaa minulle ennen perjantaita?"],
            Closing = "",
            Gmail = "to 12. marrask. 2026 klo 10.15 Fjordline Support (help@fjordline.example) kirjoitti:",
            Apple = "Fjordline Support <help@fjordline.example> kirjoitti 12.11.2026 kello 10.15:",
            Outlook = ["Lähettäjä:", "Lähetetty:", "Vastaanottaja:", "Aihe:"],
            Original = "",
            Forwarded = "Välitetty viesti",
            Device = "",
        },
        new("tr")
        {
            Team =
            [
                "Merhaba Jonas,",
                "Boş dışa aktarma bildiriminiz için teşekkür ederiz.",
                "Uygulamanın hangi sürümünü kullanıyorsunuz ve bize günlük dosyasını gönderebilir misiniz?",
                "Saygılarımızla",
            ],
            Customer = ["İki bilgisayarda 4.2 sürümünü kullanıyoruz.", "Cuma gününden önce biri beni arayabilir mi?"],
            Closing = "",
            Gmail = "Fjordline Support <help@fjordline.example>, 12 Kas 2026 Per, 10:15 tarihinde şunu yazdı:",
            Apple = "Fjordline Support <help@fjordline.example> şunları yazdı (12 Kas 2026 10:15):",
            Outlook = ["Gönderen:", "Gönderme Tarihi:", "Kime:", "Konu:"],
            Original = "",
            Forwarded = "İletilen mesaj",
            Device = "",
        },
    ];
}
