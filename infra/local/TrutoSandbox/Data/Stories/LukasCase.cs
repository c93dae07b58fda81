using FuseDeskFlows.TrutoSandbox.Data.Model;

namespace FuseDeskFlows.TrutoSandbox.Data.Stories;

/// <summary>
/// A case in which hardly a mail is only its sender's words: one hands on a bank's notice, answers stand between quoted lines, mail
/// programs add what was written before under headers in German, and nobody wrote the automatic reply.
/// </summary>
internal static class LukasCase
{
    private const string Question =
        "Could you send me the order number of both charges? And which day does the bank name as the last for an answer?";
    private const string Answer =
        "Thank you, that is what I needed. Order HB-20771 was charged twice, and the second charge goes back today; "
            + "you will see it by Thursday. I have sent the proof of delivery for HB-20770 to the bank.";

    public static SupportCase Create(Team team, Contact lukas, DateTimeOffset today)
    {
        const string support = "Harborline Support <help@harborline.example>";
        return new Story(team, lukas, today, "Chargeback notice from our bank")
            .In(6, "08:40", Forward(lukas), html: true)
            .Out(6, "09:55", 53, $"Hi Lukas,\n\n{Question}\n\n-- \nRuth Amsel\nHarborline Support")
            .In(
                6, "11:20",
                $"Am {today.AddDays(-6):dd.MM.yyyy} um 09:55 schrieb {support}:\n\n> Hi Lukas,\n>\n"
                    + "> Could you send me the order number of both charges?\n\nHB-20770 and HB-20771.\n\n"
                    + "> And which day does the bank name as the last for an answer?\n\n"
                    + "Friday of next week. Our treasurer is nervous: can you answer the bank before that?\n\nViele Grüße\nLukas\n\n"
                    + "Von meinem iPhone gesendet")
            .Note(5, "10:10", 53, "HB-20771 is a true duplicate, HB-20770 was delivered. Proof of delivery sent to Nordbank.")
            .Out(5, "10:30", 53, $"Hi Lukas,\n\n{Answer}\n\n-- \nRuth Amsel\nHarborline Support")
            .In(
                5, "10:31",
                "Ich bin bis Montag nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.",
                titled: "Automatische Antwort: Chargeback notice from our bank")
            .In(1, "16:05", Outlook(lukas, support, today), html: true)
            .Case(SandboxPeople.MailProgramsCase, 2, "new", 53);
    }

    private static string Forward(Contact lukas) =>
        "<div dir=\"ltr\">Hallo, siehe unten.<br></div><br><div class=\"gmail_quote\">"
            + "<div dir=\"ltr\" class=\"gmail_attr\">---------- Weitergeleitete Nachricht ---------<br>"
        + "Von: <b>Nordbank Disputes</b> &lt;disputes@nordbank.example&gt;<br>Date: Mo. "
        + $"um 08:10 Uhr<br>Subject: Chargeback notice<br>To: &lt;{lukas.Email}&gt;<br></div><br>"
        + "<div>A card holder disputes two payments of 64.00 EUR made to your dance school. Please answer within ten days. "
        + "Can you prove the delivery?</div></div>";

    private static string Outlook(Contact lukas, string support, DateTimeOffset today) =>
        "<html><body><div style=\"display:none\">Weber Tanz: 20% off all summer courses!</div><div class=\"WordSection1\">"
            + "<p class=\"MsoNormal\">Guten Tag Frau Amsel,</p>"
        + "<p class=\"MsoNormal\">the second charge is back, thank you. But the bank has booked a fee of 15 EUR on us for it. "
        + "Who pays that fee, and when?</p>"
        + "<p class=\"MsoNormal\">Mit freundlichen Grüßen<br>Lukas Weber</p>"
        + "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\"><p class=\"MsoNormal\">"
        + $"<b>Von:</b> {support.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}<br>"
        + $"<b>Gesendet:</b> {today.AddDays(-5):dd.MM.yyyy} 10:30<br><b>An:</b> {lukas.Name}<br>"
        + "<b>Betreff:</b> Re: Chargeback notice from our bank</p></div>"
        + $"<p class=\"MsoNormal\">Hi Lukas,</p><p class=\"MsoNormal\">{Answer}</p></div></body></html>";
}
