using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class ThanksTests
{
    [Theory]
    [InlineData("Great, thanks a lot! Works now.\n\nJonas")]
    [InlineData("Thank you very much for your quick help!")]
    [InlineData("Perfect, it works again. You can close the case. Have a nice day!")]
    [InlineData("Vielen Dank, es funktioniert jetzt wieder.")]
    [InlineData("Super, danke! Jetzt geht es.\nJonas Weber")]
    [InlineData("Merci beaucoup, ça marche !")]
    [InlineData("Muchas gracias, ya funciona.")]
    [InlineData("Grazie mille, ora funziona.")]
    [InlineData("Muito obrigado, já funciona.")]
    [InlineData("Hartelijk dank, het werkt weer!")]
    [InlineData("Mange tak, det virker nu.")]
    [InlineData("Tack så mycket, det fungerar nu!")]
    [InlineData("Tusen takk, det virker nå!")]
    [InlineData("Dziękuję bardzo, już działa.")]
    [InlineData("ありがとうございます。解決しました。")]
    [InlineData("谢谢，已经解决了。")]
    [InlineData("감사합니다. 이제 됩니다.")]
    [InlineData("شكرا جزيلا، يعمل الآن.")]
    [InlineData("תודה רבה, זה עובד.")]
    public void A_message_of_nothing_but_thanks_leaves_nobody_waiting(string text)
    {
        var marked = HistoryMarker.Mark(
            Some.Case(Some.In("The export is empty. Can you fix it?"), Some.Out(7, "I have repaired the export."), Some.In(text)));

        Assert.Equal(
            (WaitingOn.Nobody, WaitingJudgedBy.History, marked.History[2].At),
            (Waiting.InCase(marked)!.On, Waiting.InCase(marked)!.JudgedBy, Waiting.InCase(marked)!.Since));
        Assert.Null(CustomerQuestion.FindLast(new CaseText(marked)));
        Assert.Null(ExtractiveDraft.Write(marked));
        Assert.Contains("nothing is to be answered", ExtractiveSummarizer.Summarize(marked)!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Thanks, but it still fails.")]
    [InlineData("Thank you. When will the refund arrive?")]
    [InlineData("Thanks! Please also send me the invoice.")]
    [InlineData("Thanks in advance!")]
    [InlineData("Thanks. My number is 0555 0100.")]
    [InlineData("Thank you for the list, the members of Graz are missing.")]
    [InlineData("Vielen Dank. Die doppelten Belastungen erstatten Sie uns bitte noch diese Woche.")]
    [InlineData("Danke, leider klappt es nicht.")]
    [InlineData("Merci, mais cela ne marche pas.")]
    [InlineData("Gracias, pero no funciona.")]
    [InlineData("Dziękuję, ale nie działa.")]
    [InlineData("Tak, proszę o zwrot.")]
    [InlineData("ありがとうございます。再度試しましたが、まだ空のままです。")]
    [InlineData("谢谢，但是还是不能登录。")]
    [InlineData("شكرا، لكن المشكلة لا تزال موجودة.")]
    [InlineData("Yes.")]
    public void Thanks_with_anything_else_leave_the_team_waited_for(string text)
    {
        var marked = HistoryMarker.Mark(
            Some.Case(Some.In("The export is empty. Can you fix it?"), Some.Out(7, "I have repaired the export."), Some.In(text)));

        Assert.Equal(WaitingOn.Team, Waiting.InCase(marked)!.On);
    }

    [Fact]
    public void Thanks_for_nothing_yet_leave_the_question_open()
    {
        var marked = HistoryMarker.Mark(Some.Case(Some.In("The export is empty. Can you fix it?"), Some.In("Many thanks!")));

        Assert.Equal((WaitingOn.Team, Some.Moment), (Waiting.InCase(marked)!.On, Waiting.InCase(marked)!.Since));
        Assert.Equal("Can you fix it?", CustomerQuestion.FindLast(new CaseText(marked))!.Text);
    }

    [Fact]
    public void In_a_closed_case_thanks_wake_nobody()
    {
        var thanked = HistoryMarker.Mark(Some.Case(Some.In("Can you fix it?"), Some.Out(7, "Done."), Some.In("Thank you!")));
        var marked = thanked with { Status = CaseStatus.Closed, ClosedAt = Some.Moment.AddHours(1.5) };

        Assert.Equal((WaitingOn.Nobody, WaitingJudgedBy.History), (Waiting.InCase(marked)!.On, Waiting.InCase(marked)!.JudgedBy));
    }

    [Fact]
    public void What_tells_who_waits_is_a_message_and_never_a_note()
    {
        var noted = Some.Case(
            Some.In("It fails."), Some.Out(7, "We have restarted it."), Some.Note(7, "I checked it again, all is well."));
        var closed = noted with { Status = CaseStatus.Closed };

        var standing = Assert.Single(
            ExtractiveSummarizer.Summarize(closed)!.Statements,
            statement => statement.Text.StartsWith("The case is closed", StringComparison.Ordinal));

        Assert.Equal([2], standing.Evidence);
    }

    [Theory]
    [InlineData("👍")]
    [InlineData("❤️🙏")]
    [InlineData("👍🏽 😊")]
    [InlineData(":-)")]
    public void A_glad_sign_thanks_as_a_word_does(string sign) => Assert.True(Marked(Some.In(sign)).History[^1].OnlyThanks);

    [Theory]
    [InlineData("👎")]
    [InlineData("😡😡")]
    [InlineData("???")]
    [InlineData("👍?")]
    public void Another_sign_does_not(string sign) => Assert.Equal(WaitingOn.Team, Waiting.InCase(Marked(Some.In(sign)))!.On);

    [Theory]
    [InlineData("You're welcome, Jonas! Have a nice day.")]
    [InlineData("Glad to hear it. I have also credited 10 EUR to your account and close the case.")]
    [InlineData("You're welcome! Is there anything else I can help you with?")]
    [InlineData("Gern geschehen! Kann ich sonst noch etwas für Sie tun?")]
    [InlineData("Avec plaisir ! Puis-je vous aider pour autre chose ?")]
    [InlineData("¡De nada! ¿Hay algo más en que pueda ayudarle?")]
    [InlineData("Graag gedaan! Kan ik u nog ergens mee helpen?")]
    [InlineData("どういたしまして。他にご質問はありますか？")]
    public void What_the_team_says_after_thanks_without_asking_leaves_nobody_waiting(string text)
    {
        var marked = Marked(Some.In("Thank you, it works now!"), Some.Out(7, text));

        Assert.Equal((WaitingOn.Nobody, marked.History[2].At), (Waiting.InCase(marked)!.On, Waiting.InCase(marked)!.Since));
        Assert.Null(CustomerQuestion.FindLast(new CaseText(marked)));
        Assert.Equal([3], ExtractiveSummarizer.Summarize(marked)!.Statements[^1].Evidence);
    }

    [Fact]
    public void What_the_team_asks_after_thanks_is_for_the_customer_to_answer()
    {
        var marked = Marked(Some.In("Thank you, it works now!"), Some.Out(7, "Great! Which address shall the invoice go to?"));

        Assert.Equal(WaitingOn.Customer, Waiting.InCase(marked)!.On);
    }

    [Theory]
    [InlineData("No, that's all. Thank you!")]
    [InlineData("Nein, das war alles. Vielen Dank!")]
    [InlineData("Non, c'est tout. Merci beaucoup !")]
    [InlineData("No, eso es todo. ¡Muchas gracias!")]
    [InlineData("Nee, dat was alles. Bedankt!")]
    public void Who_wants_nothing_else_only_thanks(string text) => Assert.True(Marked(Some.In(text)).History[^1].OnlyThanks);

    private static Case Marked(params HistoryItem[] more) => HistoryMarker.Mark(
        Some.Case([Some.In("The export is empty. Can you fix it?"), Some.Out(7, "I have repaired the export."), .. more]));
}
