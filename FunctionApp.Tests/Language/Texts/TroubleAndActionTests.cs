using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Orchestrations.Lookup;

namespace FuseDeskFlows.Tests.Language.Texts;

/// <summary>What was done, and what troubles, is found by its words, in whatever form and language they are.</summary>
public sealed class TroubleAndActionTests
{
    [Theory]
    [InlineData("We have escalated this to our developers.")]
    [InlineData("I am escalating it.")]
    [InlineData("We're creating a new index.")]
    [InlineData("I created a new key.")]
    [InlineData("I've removed the block.")]
    [InlineData("We will be verifying it; we changed the rule.")]
    [InlineData("I applied the patch.")]
    [InlineData("We have cancelled the plan.")]
    [InlineData("I am running it again.")]
    public void What_i_or_we_do_is_an_action_in_any_form_of_the_verb(string sentence) =>
        Assert.True(MessageCues.In(language: null).TellsOfAction(sentence));

    [Theory]
    [InlineData("The weather is nice.")]
    [InlineData("We are creative people.")]
    [InlineData("I am passionate about it.")]
    public void What_only_begins_like_such_a_verb_is_none(string sentence) =>
        Assert.False(MessageCues.In(language: null).TellsOfAction(sentence));

    [Theory]
    [InlineData(
        "The export is empty.",
        "Thanks for the details of the whole matter. We have escalated this. The weather in the north is very nice.",
        "Now invoices are sent twice. Can you check?",
        "We have escalated this.",
        "Now invoices are sent twice.")]
    [InlineData(
        "Der Export ist leer.",
        "Ich habe den Export zurückgesetzt. Bitte versuchen Sie es in einigen Minuten noch einmal mit Ihrem Konto.",
        "Jetzt werden die Rechnungen doppelt verschickt. Das ist neu.",
        "Ich habe den Export zurückgesetzt.",
        "Jetzt werden die Rechnungen doppelt verschickt.")]
    [InlineData(
        "L'export est vide.",
        "J'ai réinitialisé l'export ce matin. Vous pouvez le lancer dans votre compte comme avant.",
        "Maintenant les factures sont envoyées en double. C'est nouveau.",
        "J'ai réinitialisé l'export ce matin.",
        "Maintenant les factures sont envoyées en double.")]
    [InlineData(
        "La exportación está vacía.",
        "He corregido la exportación esta mañana. Puede usted abrirla en su cuenta como de costumbre.",
        "Ahora las facturas se envían dos veces. Es nuevo.",
        "He corregido la exportación esta mañana.",
        "Ahora las facturas se envían dos veces.")]
    [InlineData(
        "L'esportazione è vuota.",
        "Ho ripristinato la funzione questa mattina. Lei la trova nel suo account come sempre con i suoi dati.",
        "Ora le fatture sono inviate due volte. È una cosa nuova.",
        "Ho ripristinato la funzione questa mattina.",
        "Ora le fatture sono inviate due volte.")]
    [InlineData(
        "De export is leeg.",
        "Ik heb de export hersteld. U vindt hem in uw account op de plek waar hij altijd staat.",
        "Nu worden de facturen dubbel verstuurd. Dat is nieuw.",
        "Ik heb de export hersteld.",
        "Nu worden de facturen dubbel verstuurd.")]
    [InlineData(
        "Exporten är tom.",
        "Jag har återställt exporten i morse. Du hittar den i ditt konto på samma plats som den alltid är.",
        "Nu skickas fakturorna dubbelt. Det är nytt.",
        "Jag har återställt exporten i morse.",
        "Nu skickas fakturorna dubbelt.")]
    [InlineData(
        "Eksport jest pusty.",
        "Naprawiłem eksport dziś rano. Znajdzie go pan na swoim koncie w tym samym miejscu co zawsze.",
        "Teraz faktury są wysyłane podwójnie. To jest nowe.",
        "Naprawiłem eksport dziś rano.",
        "Teraz faktury są wysyłane podwójnie.")]
    public void A_rep_s_action_and_a_later_trouble_are_told(string first, string answer, string added, string action, string trouble)
    {
        var read = HistoryMarker.Mark(Some.Case(Some.In(first), Some.Out(7, answer), Some.In(added), Some.In("OK?")));

        Assert.Equal(action, Assert.Single(CaseHistoryFacts.Actions(new CaseText(read))).Text);
        Assert.Contains($"Later the customer added: “{trouble}”", ExtractiveSummarizer.Summarize(read)!.Text, StringComparison.Ordinal);
    }
}
