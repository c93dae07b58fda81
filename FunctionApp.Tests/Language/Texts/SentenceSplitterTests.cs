using System.Diagnostics;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("It failed. Can you help? Now!", "It failed.|Can you help?|Now!")]
    [InlineData("See e.g. the log of Mr. Ellis at 10.30 a.m. today.", "See e.g. the log of Mr. Ellis at 10.30 a.m. today.")]
    [InlineData("Version 2.1 of app.exe fails", "Version 2.1 of app.exe fails")]
    [InlineData("A wrapped\nline goes on.\n\nA new paragraph", "A wrapped line goes on.|A new paragraph")]
    [InlineData("I see:\n- one thing\n- another", "I see:|one thing|another")]
    [InlineData("... !!!", "")]
    public void Text_is_cut_into_sentences(string text, string sentences) => Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData("まだできません。いつ直りますか？至急お願いします。", "まだできません。|いつ直りますか？|至急お願いします。")]
    [InlineData("「直りました。」と言われました。でも空です！", "「直りました。」と言われました。|でも空です！")]
    [InlineData("导出是空的。什么时候能修好？谢谢！", "导出是空的。|什么时候能修好？|谢谢！")]
    [InlineData("내보내기가 비어 있습니다. 언제 고쳐지나요? 감사합니다.", "내보내기가 비어 있습니다.|언제 고쳐지나요?|감사합니다.")]
    [InlineData("تصدير القائمة فارغ. متى يمكنكم إصلاحه؟ وشكرا لكم.", "تصدير القائمة فارغ.|متى يمكنكم إصلاحه؟|وشكرا لكم.")]
    [InlineData("הייצוא ריק. מתי זה יתוקן? תודה.", "הייצוא ריק.|מתי זה יתוקן?|תודה.")]
    [InlineData("¿Pueden ayudarme? ¡Es urgente! Gracias.", "¿Pueden ayudarme?|¡Es urgente!|Gracias.")]
    [InlineData("Wirklich?! Ja … Nein.", "Wirklich?!|Ja …|Nein.")]
    [InlineData("He wrote “It works.” Then it failed.", "He wrote “It works.”|Then it failed.")]
    [InlineData("“Why?” she asked. Nobody knows.", "“Why?” she asked.|Nobody knows.")]
    public void Sentences_end_at_the_marks_of_their_script(string text, string sentences) => Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData("Bitte senden Sie mir die Liste, z. B. als Datei. Es wurden ca. 212 Mitglieder belastet. Danke.", 3)]
    [InlineData("Bitte prüfen Sie das, d. h. Rechnung und Mahnung, bis Do. um 12 Uhr. Viele Grüße i. A. Weber", 2)]
    [InlineData("Wir treffen uns am 20. November. Bis dahin brauchen wir die Liste.", 2)]
    [InlineData("Veuillez appeler M. Dupont et Mme. Roy, p. ex. demain. Merci de votre aide et de vos réponses.", 2)]
    [InlineData("El Sr. García y la Sra. López no pueden entrar en su cuenta. Necesitamos ayuda.", 2)]
    [InlineData("Il Sig. Rossi e il Dott. Bianchi non possono entrare. Per favore aiutateci con la lista.", 2)]
    [InlineData("O Sr. Silva não consegue entrar na conta. Por favor, ajudem.", 2)]
    [InlineData("Kunt u bijv. Jansen en dhr. De Vries bellen? Wij wachten op de lijst.", 2)]
    [InlineData("Vi kan f.eks. Ikke se hr. Hansen på listen. Det er et problem for os.", 2)]
    [InlineData("Proszę sprawdzić np. Kowalskiego i ul. Długą. To nie jest na liście.", 2)]
    [InlineData("The plan of the U.S. office in No. 7 Main St. is wrong. Please call J. Weber.", 2)]
    [InlineData("It happened on Nov. 13 at 9 and the price is 1.250,50 EUR. See https://example.com/a.b?x=1. Thanks.", 3)]
    [InlineData("Write to a.b@example.com. It is urgent.", 2)]
    [InlineData("Please repair 3. first, e.g. today.", 1)]
    public void Abbreviations_ordinals_and_addresses_end_none(string text, int count) =>
        Assert.True(SentenceSplitter.Split(text).Count == count, Joined(text));

    [Theory]
    [InlineData(
        "Faults:\n1. The export is empty\n2. The import stops at row 500", "Faults:|1. The export is empty|2. The import stops at row 500")]
    [InlineData("1) Version 4.2\n2) Since Monday", "1) Version 4.2|2) Since Monday")]
    [InlineData("(1) First thing\n(2) Second thing", "(1) First thing|(2) Second thing")]
    [InlineData("a) First thing\nb) Second thing", "a) First thing|b) Second thing")]
    [InlineData("1、エクスポートが空\n2、インポートが止まる", "1、エクスポートが空|2、インポートが止まる")]
    [InlineData("① エクスポートが空\n② インポートが止まる", "① エクスポートが空|② インポートが止まる")]
    [InlineData("• erstens\n• zweitens", "erstens|zweitens")]
    [InlineData("Der Termin ist am\n20. November um zehn.", "Der Termin ist am 20. November um zehn.")]
    [InlineData("Version 4.2\nWindows 11\nNo add-ins", "Version 4.2|Windows 11|No add-ins")]
    public void A_list_items_number_belongs_to_it_and_it_ends_with_its_line(string text, string sentences) =>
        Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData(
        "The log says:\n2026-11-12 08:01:13,221 ERROR c.f.Export - no rows. retry=3\nPlease help.",
        "The log says:|2026-11-12 08:01:13,221 ERROR c.f.Export - no rows. retry=3|Please help.")]
    [InlineData("Code:\n```\nfoo. Bar baz\n```\nPlease help.", "Code:|foo. Bar baz|Please help.")]
    public void A_line_of_a_log_is_one(string text, string sentences) => Assert.Equal(sentences, Joined(text));

    [Theory]
    [InlineData(".")]
    [InlineData(". ")]
    [InlineData("?)")]
    [InlineData("...x")]
    [InlineData("1. ")]
    [InlineData("z. B. ")]
    [InlineData("。")]
    [InlineData("\"'")]
    [InlineData("- \n")]
    [InlineData("bitte ")]
    [InlineData("(((((")]
    public void Two_megabytes_of_anything_are_split_in_linear_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 2_000_000 / part.Length));
        var watch = Stopwatch.StartNew();

        SentenceSplitter.Split(text);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"It took {watch.Elapsed}.");
    }

    private static string Joined(string text) => string.Join('|', SentenceSplitter.Split(text));
}
