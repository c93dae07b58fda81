using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;

namespace FuseDeskFlows.Tests.Language.Extractive;

public sealed class ExtractiveLanguagesTests
{
    [Theory]
    [InlineData(
        "Der Export ist leer. Bitte erstatten Sie die doppelte Abbuchung diese Woche.",
        "Vielen Dank für Ihre Nachricht vom 2. März 2026. Sie schrieben: “Bitte erstatten Sie die doppelte Abbuchung diese Woche.”")]
    [InlineData(
        "L'export de la liste est vide. Pouvez-vous nous aider avec cela ?",
        "Merci pour votre message du 2 mars 2026. Vous avez écrit : “Pouvez-vous nous aider avec cela ?”")]
    [InlineData(
        "La exportación de la lista está vacía. ¿Pueden ayudarnos con esto?",
        "Gracias por su mensaje del 2 de marzo de 2026. Usted escribió: “¿Pueden ayudarnos con esto?”")]
    [InlineData(
        "一覧が空です。いつ直りますか？", "2026年3月2日のメッセージをありがとうございます。次のようにお書きいただきました：“いつ直りますか？”")]
    [InlineData("التصدير فارغ. متى يمكنكم إصلاحه؟", "شكرا لرسالتكم بتاريخ 2 مارس 2026. كتبتم: “متى يمكنكم إصلاحه؟”")]
    [InlineData("The export is empty. Can you fix it?", "Thank you for your message of 2 March 2026. You wrote: “Can you fix it?”")]
    public void A_draft_is_framed_in_the_customers_language(string text, string beginning) =>
        Assert.Equal(beginning, ExtractiveDraft.Write(Some.Case(Some.In(text)))!.Statements[0].Text);

    [Theory]
    [InlineData(
        "since the update we see three faults:\n\n1. The export of the member list is empty\n2. The import stops at row 500\n"
            + "3. Invoices are sent twice to members in Austria\n\nThe log says:\n"
            + "2026-11-12 08:01:13,221 ERROR c.f.Export - no rows. retry=3\n\nPlease repair 3. first, e.g. today.",
        "1. The export of the member list is empty|2. The import stops at row 500|3. "
            + "Invoices are sent twice to members in Austria|Please repair 3. first, e.g. today.")]
    [InlineData(
        "seit dem Update sehen wir drei Fehler:\n- der Export ist leer\n- der Import bricht ab\n- Rechnungen kommen doppelt\n"
            + "Bitte beheben Sie den dritten zuerst.",
        "Der Export ist leer|Der Import bricht ab|Rechnungen kommen doppelt|Bitte beheben Sie den dritten zuerst.")]
    [InlineData(
        "更新後に三つの問題があります：\n① 一覧が空です\n② 取込が止まります\n③ 請求書が二通届きます\nまず③を直してください。", "① 一覧が空です|② 取込が止まります|③ 請求書が二通届きます|まず③を直してください。")]
    public void A_list_of_faults_is_told_whole_in_summary_and_line(string text, string quoted)
    {
        var supportCase = Some.Case(Some.In(text));

        Assert.All(
            quoted.Split('|'),
            part => Assert.Contains($"“{part}”", ExtractiveSummarizer.Summarize(supportCase)!.Text, StringComparison.Ordinal));
        Assert.All(
            quoted.Split('|'),
            part => Assert.Contains($"“{part}”", ExtractiveLineWriter.Write(supportCase)!.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("ERROR", ExtractiveSummarizer.Summarize(supportCase)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_faults_of_a_message_its_deadline_and_its_question_are_told()
    {
        var text = ExtractiveSummarizer.Summarize(Some.Case(Some.In(
            "First fault: the list of members loads slowly.\n\nSecond fault: invoices are sent twice, "
                + "212 members were charged twice on 11 November. "
            + "We need the money back by Friday. Can you confirm that?")))!.Text;

        Assert.All(
            [
                "First fault: the list of members loads slowly.",
                "212 members were charged twice on 11 November.",
                "We need the money back by Friday.",
                "Can you confirm that?",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fault_that_came_later_is_told()
    {
        var text = ExtractiveSummarizer.Summarize(Some.Case(
            Some.In("The export is empty. Can you fix it?"),
            Some.Out(7, "We have restarted the export."),
            Some.In("The import fails now, too, with error 4107."),
            Some.Out(7, "We have reset the import."),
            Some.In("When will the invoices arrive?")))!.Text;

        Assert.All(
            ["The export is empty.", "The import fails now, too, with error 4107.", "When will the invoices arrive?"],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_says_what_the_case_is_about_and_where_it_stands()
    {
        var fixing = Some.Case(
            Some.In("The export of our member list is empty since Monday. The booking is HL-2236."),
            Some.Out(7, "Which booking is it?"),
            Some.In("It is HL-2236."),
            Some.Out(7, "Thanks, it is being fixed."));

        var line = ExtractiveLineWriter.Write(fixing)!.Text;

        Assert.StartsWith("The export of our member list is empty since Monday.", line, StringComparison.Ordinal);
        Assert.Contains("it is being fixed", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chats_issue_is_what_is_open_and_not_what_was_answered()
    {
        var chat = new Chat
        {
            Id = new("ch-1"),
            Messages =
            [
                .. Some.Case(
                    Some.In("Kann ich das Passwort ändern? Ich komme nicht hinein."),
                    Some.Out(7, "Ja, oben rechts."),
                    Some.In("Danke. Wann wird die Rechnung erstattet?")).History,
            ],
        };

        var issue = ExtractiveChatSummarizer.Summarize(chat)!.Text;

        Assert.Contains("Wann wird die Rechnung erstattet?", issue, StringComparison.Ordinal);
        Assert.DoesNotContain("Passwort", issue, StringComparison.Ordinal);
    }
}
