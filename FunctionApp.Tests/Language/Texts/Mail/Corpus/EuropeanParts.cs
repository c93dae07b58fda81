namespace FuseDeskFlows.Tests.Language.Texts.Mail.Corpus;

/// <summary>Languages of Western Europe.</summary>
internal static class EuropeanParts
{
    public static readonly LanguageParts[] All =
    [
        new("en")
        {
            Team =
            [
                "Hello Jonas,",
                "Thank you for the report about the empty export.",
                "Which version of the app do you use, and could you send us the log file?",
                "Kind regards",
            ],
            Customer = ["We use version 4.2 on two machines.", "Can somebody call me before Friday?"],
            Closing = "Best regards",
            Gmail = "On Thu, Nov 12, 2026 at 10:15 AM Fjordline Support <help@fjordline.example> wrote:",
            Apple = "On 12. Nov 2026, at 10:15, Fjordline Support <help@fjordline.example> wrote:",
            Outlook = ["From:", "Sent:", "To:", "Subject:"],
            Original = "Original Message",
            Forwarded = "Forwarded message",
            Device = "Sent from my iPhone",
        },
        new("de")
        {
            Team =
            [
                "Guten Tag Herr Weber,",
                "vielen Dank für Ihre Meldung zum leeren Export.",
                "Welche Version der App verwenden Sie, und können Sie uns die Protokolldatei senden?",
                "Mit freundlichen Grüßen",
            ],
            Customer = ["Wir verwenden Version 4.2 auf zwei Rechnern.", "Kann mich bitte jemand vor Freitag anrufen?"],
            Closing = "Viele Grüße",
            Gmail = "Am Do., 12. Nov. 2026 um 10:15 Uhr schrieb Fjordline Support <help@fjordline.example>:",
            Apple = "Am 12.11.2026 um 10:15 schrieb Fjordline Support <help@fjordline.example>:",
            Outlook = ["Von:", "Gesendet:", "An:", "Betreff:"],
            Original = "Ursprüngliche Nachricht",
            Forwarded = "Weitergeleitete Nachricht",
            Device = "Von meinem iPhone gesendet",
        },
        new("fr")
        {
            Team =
            [
                "Bonjour Monsieur Weber,",
                "Merci pour votre message au sujet de l'export vide.",
                "Quelle version de l'application utilisez-vous, et pouvez-vous nous envoyer le journal ?",
                "Cordialement",
            ],
            Customer = ["Nous utilisons la version 4.2 sur deux postes.", "Quelqu'un peut-il m'appeler avant vendredi ?"],
            Closing = "Bien cordialement",
            Gmail = "Le jeu. 12 nov. 2026 à 10:15, Fjordline Support <help@fjordline.example> a écrit :",
            Apple = "Le 12 nov. 2026 à 10:15, Fjordline Support <help@fjordline.example> a écrit :",
            Outlook = ["De :", "Envoyé :", "À :", "Objet :"],
            Original = "Message d'origine",
            Forwarded = "Message transféré",
            Device = "Envoyé de mon iPhone",
        },
        new("es")
        {
            Team =
            [
                "Hola Jonas:",
                "Gracias por su aviso sobre la exportación vacía.",
                "¿Qué versión de la aplicación utiliza y puede enviarnos el archivo de registro?",
                "Un cordial saludo",
            ],
            Customer = ["Usamos la versión 4.2 en dos equipos.", "¿Puede llamarme alguien antes del viernes?"],
            Closing = "Saludos cordiales",
            Gmail = "El jue, 12 nov 2026 a las 10:15, Fjordline Support (<help@fjordline.example>) escribió:",
            Apple = "El 12 nov 2026, a las 10:15, Fjordline Support <help@fjordline.example> escribió:",
            Outlook = ["De:", "Enviado el:", "Para:", "Asunto:"],
            Original = "Mensaje original",
            Forwarded = "Mensaje reenviado",
            Device = "Enviado desde mi iPhone",
        },
        new("it")
        {
            Team =
            [
                "Buongiorno Jonas,",
                "grazie per la segnalazione sull'esportazione vuota.",
                "Quale versione dell'applicazione utilizza, e può inviarci il file di registro?",
                "Cordiali saluti",
            ],
            Customer = ["Usiamo la versione 4.2 su due computer.", "Qualcuno può chiamarmi prima di venerdì?"],
            Closing = "Distinti saluti",
            Gmail = "Il giorno gio 12 nov 2026 alle ore 10:15 Fjordline Support <help@fjordline.example> ha scritto:",
            Apple = "Il giorno 12 nov 2026, alle ore 10:15, Fjordline Support <help@fjordline.example> ha scritto:",
            Outlook = ["Da:", "Inviato:", "A:", "Oggetto:"],
            Original = "Messaggio originale",
            Forwarded = "Messaggio inoltrato",
            Device = "Inviato da iPhone",
        },
        new("pt")
        {
            Team =
            [
                "Olá Jonas,",
                "Obrigada pelo aviso sobre a exportação vazia.",
                "Que versão do aplicativo você usa, e poderia nos enviar o arquivo de registro?",
                "Atenciosamente",
            ],
            Customer = ["Usamos a versão 4.2 em dois computadores.", "Alguém pode me ligar antes de sexta-feira?"],
            Closing = "Cumprimentos",
            Gmail = "Em qui., 12 de nov. de 2026 às 10:15, Fjordline Support <help@fjordline.example> escreveu:",
            Apple = "No dia 12/11/2026, às 10:15, Fjordline Support <help@fjordline.example> escreveu:",
            Outlook = ["De:", "Enviada em:", "Para:", "Assunto:"],
            Original = "Mensagem original",
            Forwarded = "Mensagem encaminhada",
            Device = "Enviado do meu iPhone",
        },
        new("nl")
        {
            Team =
            [
                "Beste Jonas,",
                "Bedankt voor uw melding over de lege export.",
                "Welke versie van de app gebruikt u, en kunt u ons het logbestand sturen?",
                "Met vriendelijke groet",
            ],
            Customer = ["Wij gebruiken versie 4.2 op twee computers.", "Kan iemand mij voor vrijdag bellen?"],
            Closing = "Vriendelijke groeten",
            Gmail = "Op do 12 nov 2026 om 10:15 schreef Fjordline Support <help@fjordline.example>:",
            Apple = "Op 12 nov 2026, om 10:15 heeft Fjordline Support <help@fjordline.example> het volgende geschreven:",
            Outlook = ["Van:", "Verzonden:", "Aan:", "Onderwerp:"],
            Original = "Oorspronkelijk bericht",
            Forwarded = "Doorgestuurd bericht",
            Device = "Verstuurd vanaf mijn iPhone",
        },
    ];
}
