namespace FuseDeskFlows.Tests.Language.Texts.Mail;

/// <summary>Headers of languages that have no table are known by their shape.</summary>
public sealed class UnknownLanguageTests
{
    private const string Foreign = "we have seen your report about the list. Please tell us your release number.\n\nNora";

    [Theory]
    [InlineData("Fjordline Support <help@fjordline.example>, 12 Kas 2026 Per, 10:15 tarihinde şunu yazdı:")]
    [InlineData("to 12. marrask. 2026 klo 10.15 Fjordline Support (help@fjordline.example) kirjoitti:")]
    [InlineData("čt 12. 11. 2026 v 10:15 odesílatel Fjordline Support <help@fjordline.example> napsal:")]
    [InlineData("Fjordline Support <help@fjordline.example> ezt írta (időpont: 2026. nov. 12., Cs, 10:15):")]
    [InlineData("чт, 12 лист. 2026 р. о 10:15 Fjordline Support <help@fjordline.example> пише:")]
    [InlineData("ในวันที่ พฤ. 12 พ.ย. 2026 เวลา 10:15 Fjordline Support <help@fjordline.example> เขียนว่า:")]
    [InlineData("Vào Th 5, 12 thg 11, 2026 vào lúc 10:15 Fjordline Support <help@fjordline.example> đã viết:")]
    [InlineData(
        "Lähettäjä: Fjordline Support <help@fjordline.example>\nLähetetty: torstai 12. marraskuuta 2026 "
            + "10.15\nVastaanottaja: Jonas Weber\nAihe: VS: Export is empty")]
    public void What_stands_below_them_without_marks_is_another_s(string header)
    {
        var answer = Mails.Answer($"Version 4.2, the log is attached.\n\n{header}\n\n{Foreign}");

        Assert.Equal("Version 4.2, the log is attached.", answer.Text);
        Assert.Contains("release number", answer.SetAside, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I wrote to her <ada@weber.example> on 12.11.2026 at 10:15 this:")]
    [InlineData("Ich habe ihr <ada@weber.example> am 12.11.2026 um 10:15 dies geschickt:")]
    [InlineData("Name: Ada Brandt\nDag: 12.11.2026 10:15\nSted: Bergen\nSak: Export")]
    public void Prose_and_lists_of_the_same_words_are_content(string lines) =>
        Assert.Contains(
            "the invoice is missing", Mails.Answer($"Hello,\n\n{lines}\n\nthe invoice is missing.").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "---------- Пересылаемое сообщение ---------\nОт: Банк <spor@bank.example>\nДата: чт, 12 нояб. 2026 г. в "
            + "10:15\nТема: Спор\nКому: <jonas@weber.example>",
        "См. ниже.")]
    [InlineData(
        "---------- Yönlendirilmiş ileti ---------\nGönderen: Banka <itiraz@banka.example>\nDate: 12 Kas 2026 Per "
            + "10:15\nSubject: İtiraz\nTo: <jonas@weber.example>",
        "Bilginize.")]
    [InlineData(
        "---------- Välitetty viesti ---------\nLähettäjä: Pankki <riidat@pankki.example>\nPäivämäärä: to 12. marrask. "
            + "2026 klo 10.15\nAihe: Riita\nVastaanottaja: <jonas@weber.example>",
        "Katso alla.")]
    [InlineData(
        "---------- Přeposlaná zpráva ---------\nOd: Banka <spory@banka.example>\nDate: čt 12. 11. 2026 v "
            + "10:15\nSubject: Spor\nTo: <jonas@weber.example>",
        "Viz níže.")]
    public void A_mail_whose_subject_says_so_is_forwarded_with_a_word_of_its_sender(string header, string word)
    {
        var item = Mails.FromCustomer($"{word}\n\n{header}\n\nPayment 480 EUR.") with { Subject = "Fwd: 480 EUR" };

        var read = Mails.Separate(item)[0];

        Assert.Equal((word, "Payment 480 EUR."), (read.Text, read.Forwarded?.Text));
    }

    [Theory]
    [InlineData("NQ> Which version of the app do you use,\nNQ> and could you send us the log file?\n\nVersion 4.2.", "Version 4.2.")]
    [InlineData("Q: Which version of the app do you use?\nA: 4.2", "A: 4.2")]
    [InlineData("Frage: Which version of the app do you use?\n4.2", "4.2")]
    public void A_label_before_what_is_quoted_belongs_to_it(string text, string own) => Assert.Equal(own, Mails.Answer(text).Text);

    [Fact]
    public void A_console_s_prompt_quotes_nobody() =>
        Assert.Equal("SQL> select 1\nSQL> select 2\nWhy?", Mails.Answer("SQL> select 1\nSQL> select 2\nWhy?").Text);
}
