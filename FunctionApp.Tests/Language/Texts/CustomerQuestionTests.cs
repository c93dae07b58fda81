using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Texts;

public sealed class CustomerQuestionTests
{
    [Theory]
    [InlineData("Since Monday the list is empty. Can you repair it by Friday? We are many.", "Can you repair it by Friday?")]
    [InlineData(
        "Bitte erstatten Sie die doppelte Abbuchung diese Woche. Wir haben das schon gemeldet.",
        "Bitte erstatten Sie die doppelte Abbuchung diese Woche.")]
    [InlineData(
        "Der Export ist leer. Die doppelten Belastungen erstatten Sie uns bitte noch diese Woche.",
        "Die doppelten Belastungen erstatten Sie uns bitte noch diese Woche.")]
    [InlineData(
        "L'export est vide depuis lundi. Veuillez nous rembourser cette semaine. Cordialement", "Veuillez nous rembourser cette semaine.")]
    [InlineData(
        "La exportación está vacía. Les ruego que nos devuelvan el dinero esta semana.",
        "Les ruego que nos devuelvan el dinero esta semana.")]
    [InlineData("L'esportazione è vuota. Vi prego di rimborsare il doppio addebito.", "Vi prego di rimborsare il doppio addebito.")]
    [InlineData("A exportação está vazia. Solicito o reembolso esta semana.", "Solicito o reembolso esta semana.")]
    [InlineData("De export is leeg. Graag deze week terugbetalen. Wij horen het niet van u.", "Graag deze week terugbetalen.")]
    [InlineData("Eksporten er tom. Vi vil gerne have pengene tilbage i denne uge.", "Vi vil gerne have pengene tilbage i denne uge.")]
    [InlineData("Exporten är tom. Vänligen återbetala den här veckan.", "Vänligen återbetala den här veckan.")]
    [InlineData("Eksporten er tom. Vennligst betal tilbake denne uken.", "Vennligst betal tilbake denne uken.")]
    [InlineData("Eksport jest pusty. Proszę o zwrot pieniędzy w tym tygodniu.", "Proszę o zwrot pieniędzy w tym tygodniu.")]
    [InlineData("お世話になっております。一覧が空です。水曜日までに直していただけますか？よろしくお願いいたします。", "水曜日までに直していただけますか？")]
    [InlineData("一覧が空です。返金してください。よろしくお願いいたします。", "返金してください。")]
    [InlineData("返金はいつになりますか。よろしくお願いします。", "返金はいつになりますか。")]
    [InlineData("导出是空的。请在本周退款。", "请在本周退款。")]
    [InlineData("导出是空的，什么时候能修好呢。谢谢", "导出是空的，什么时候能修好呢。")]
    [InlineData("목록이 비어 있습니다. 이번 주에 환불해 주세요. 감사합니다.", "이번 주에 환불해 주세요.")]
    [InlineData(
        "السلام عليكم، تصدير قائمة الأعضاء فارغ منذ يوم الاثنين. نحتاجه لاجتماع يوم الخميس. متى يمكنكم إصلاحه؟ وشكرا لكم.",
        "متى يمكنكم إصلاحه؟")]
    [InlineData("الملف فارغ. يرجى إعادة المبلغ هذا الأسبوع.", "يرجى إعادة المبلغ هذا الأسبوع.")]
    [InlineData("הקובץ ריק. אנא החזירו את הכסף השבוע.", "אנא החזירו את הכסף השבוע.")]
    [InlineData("my export fails\n\nhow do I repair it", "How do I repair it")]
    public void The_question_is_the_last_sentence_that_asks(string text, string asked) =>
        Assert.Equal(asked, CustomerQuestion.FindLast(new CaseText(Some.Case(Some.In(text))))!.Text);

    [Fact]
    public void Sentences_that_ask_one_after_the_other_are_one_passage_of_the_message() => Assert.Equal(
        "Can you fix it? When?", CustomerQuestion.FindLast(new CaseText(Some.Case(Some.In("It fails. Can you fix it? When?"))))!.Text);

    [Fact]
    public void Questions_apart_are_not_joined_to_words_that_nobody_wrote() => Assert.Equal(
        "When?", CustomerQuestion.FindLast(new CaseText(Some.Case(Some.In("Can you fix it? We wait for it here. When?"))))!.Text);

    [Fact]
    public void What_the_team_has_answered_is_not_open_any_more()
    {
        var answered = CustomerQuestion.FindLast(
            new CaseText(
                Some.Case(Some.In("Can you fix it?"), Some.Out(7, "Which version is it?"), Some.In("Version 4.2, the log is attached."))))!;

        Assert.Equal(("Version 4.2, the log is attached.", 3, false), (answered.Text, answered.Item.Number, answered.Asks));
    }

    [Fact]
    public void What_nobody_has_answered_stays_open_when_more_is_told()
    {
        var open = CustomerQuestion.FindLast(
            new CaseText(Some.Case(Some.In("Can you fix it?"), Some.In("Version 4.2, the log is attached."))))!;

        Assert.Equal(("Can you fix it?", 1), (open.Text, open.Item.Number));
    }

    [Fact]
    public void A_quotation_ends_with_its_list_item()
    {
        var answers = CustomerQuestion.FindLast(new CaseText(Some.Case(
            Some.Out(7, "Three questions:\n1. Which version?\n2. Since when?\n3. Who?"),
            Some.In("1. Version 4.2\n2. Since the update on Monday\n3. Ada Brandt, she has the admin rights"))))!;

        Assert.Equal("1. Version 4.2", answers.Text);
    }
}
