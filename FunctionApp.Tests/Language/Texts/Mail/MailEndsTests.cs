namespace FuseDeskFlows.Tests.Language.Texts.Mail;

/// <summary>What companies and programs put around a message is no content, and what only looks so is.</summary>
public sealed class MailEndsTests
{
    [Theory]
    [InlineData("[EXTERNAL EMAIL] Do not click links or open attachments unless you recognize the sender.")]
    [InlineData(
        "CAUTION: This email originated from outside of the organization. Do not click links unless you know the content is safe.")]
    [InlineData("ACHTUNG: Diese E-Mail stammt von einem externen Absender. Klicken Sie nicht auf Links.")]
    [InlineData("ATTENTION : ce message provient d'un expéditeur externe. Ne cliquez pas sur les liens.")]
    [InlineData("ATENCIÓN: correo externo. No haga clic en enlaces.")]
    [InlineData("LET OP: deze mail komt van een externe afzender. Klik niet op links.")]
    [InlineData("VARNING: extern avsändare. Klicka inte på länkar.")]
    [InlineData("UWAGA: wiadomość od zewnętrznego nadawcy. Nie klikaj w linki.")]
    [InlineData("注意：外部からのメールです。リンクをクリックしないでください。")]
    [InlineData(
        "[You don't often get email from help@fjordline.example. Learn why this is important at "
            + "https://aka.ms/LearnAboutSenderIdentification ]")]
    public void A_warning_of_mail_from_outside_is_cut_from_the_beginning(string banner)
    {
        Assert.Equal("It failed again.", Mails.Only($"{banner}\n\nIt failed again.").Text);
        Assert.Equal("It failed again.", Mails.Only($"{banner}\nIt failed again.").Text);
    }

    [Theory]
    [InlineData("Warning: the export is empty.")]
    [InlineData("I do not click such links, and the external sender is you.\n\nWhat now?")]
    [InlineData("Do your people click links of an external email?")]
    public void What_only_warns_or_tells_of_links_is_content(string text) =>
        Assert.StartsWith(text[..10], Mails.Only(text).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("LG 😊\nJonas")]
    [InlineData("Best ❤️\nJonas")]
    [InlineData("Bises 😘\nJonas")]
    [InlineData("此致\n敬礼\n\n王伟")]
    [InlineData("-- \nJonas\n\"Two things are infinite: the universe and human stupidity.\" - Albert Einstein")]
    [InlineData("Virus-free. www.avast.com")]
    [InlineData("Virenfrei. www.avast.com")]
    [InlineData("Sans virus. www.avast.com")]
    public void What_closes_a_message_is_cut(string ending) =>
        Assert.Equal("It failed again.", Mails.Only($"It failed again.\n\n{ending}").Text);

    [Fact]
    public void A_question_below_a_name_below_dashes_is_content() => Assert.Contains(
        "Can somebody call me?",
        Mails.Only("It failed again.\n\n-- \nJonas\nCan somebody call me?").Text,
        StringComparison.Ordinal);
}
