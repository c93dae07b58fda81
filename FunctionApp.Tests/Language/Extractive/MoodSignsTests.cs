using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language.Extractive;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Language.Texts;

namespace FuseDeskFlows.Tests.Language.Extractive;

public sealed class MoodSignsTests
{
    [Theory]
    [InlineData("I have asked three times. This is unacceptable.", "This is unacceptable.")]
    [InlineData("Ich warte seit drei Tagen auf Ihre Antwort. Das ist eine Frechheit.", "Das ist eine Frechheit.")]
    [InlineData("Cela fait trois jours que nous attendons. C'est inacceptable.", "C'est inacceptable.")]
    [InlineData("Llevamos tres días esperando. Y nadie responde a los mensajes.", "Y nadie responde a los mensajes.")]
    [InlineData("もう三日も待っています。返信がないのはなぜですか。", "返信がないのはなぜですか。")]
    [InlineData("WHERE IS MY MONEY NOW", "WHERE IS MY MONEY NOW")]
    [InlineData("You closed my case again?!", "You closed my case again?!")]
    public void Displeasure_is_shown_by_the_sentence_that_has_it(string text, string sentence)
    {
        var sign = Assert.Single(Find(Some.In(text)));

        Assert.Equal((Mood.Upset, sentence, 1), (sign.Mood, sign.Text, sign.HistoryItem));
    }

    [Theory]
    [InlineData("I am not angry, I only want to know when it works.")]
    [InlineData("Our invoice of 3 March is missing. Can you send it?")]
    [InlineData("2026-03-02 09:00:01 ERROR CONNECTION TIMEOUT AT GATEWAY")]
    [InlineData("The HTTP API returns XML.")]
    [InlineData("2026-03-02 09:00:01 ERROR STOPPED BECAUSE OF MISSING DATA!!")]
    [InlineData("How many times a day does the calendar sync?")]
    [InlineData("My lawyer needs the contract by Friday, could you send it?")]
    [InlineData("Wow, that was fast!!")]
    [InlineData("OK")]
    public void What_shows_no_mood_is_given_none(string text) => Assert.Empty(Find(Some.In(text)));

    [Theory]
    [InlineData("No problem … take your time!!")]
    [InlineData("No rush!! Whenever you can.")]
    [InlineData("Keine Eile!!")]
    [InlineData("Kein Problem, lassen Sie sich Zeit!!")]
    [InlineData("Pas de souci, prenez votre temps !!")]
    [InlineData("¡¡No hay problema, tómese su tiempo!!")]
    [InlineData("Nessun problema, con calma!!")]
    [InlineData("Sem problema, sem pressa!!")]
    [InlineData("Geen probleem, neem rustig de tijd!!")]
    [InlineData("Inga problem, ta god tid på er!!")]
    [InlineData("Intet problem, det haster ikke!!")]
    [InlineData("Ikke noe problem, ta dere god tid!!")]
    [InlineData("Nie ma problemu, proszę się nie spieszyć!!")]
    [InlineData("大丈夫です、急ぎません！！")]
    [InlineData("没问题，不着急！！")]
    [InlineData("괜찮습니다, 천천히 해주세요!!")]
    [InlineData("لا مشكلة، خذوا وقتكم!!")]
    [InlineData("אין בעיה, קחו את הזמן!!")]
    public void Who_says_that_there_is_no_hurry_is_neither_upset_nor_impatient(string text) =>
        Assert.Empty(Find(At(0, Some.In("It stopped.")), At(75, Some.In(text))));

    [Theory]
    [InlineData("Die Liste ist seit drei Wochen leer!!")]
    [InlineData("La liste est toujours vide !!")]
    [InlineData("La lista sigue vacía y nadie la repara!!")]
    [InlineData("De lijst is nog steeds leeg!!")]
    [InlineData("Listan är fortfarande tom och ni gör inget!!")]
    [InlineData("リストがまだ空です！！")]
    public void A_trouble_with_two_marks_is_displeasure_in_any_language(string text) =>
        Assert.Equal("emphatic marks", Assert.Single(Find(Some.In(text))).ShownBy);

    [Fact]
    public void Thanks_with_two_marks_are_thanks() =>
        Assert.Equal(Mood.Thankful, Assert.Single(Find(Some.In("Thank you so much!!"))).Mood);

    [Fact]
    public void What_the_team_writes_and_what_is_handed_on_shows_nothing_of_the_customer()
    {
        var forwarded = Some.In("See below.") with { Forwarded = new() { From = "Our bank", Text = "This is unacceptable." } };

        Assert.Empty(Find(Some.Out(7, "This is unacceptable, we are sorry."), forwarded));
    }

    [Fact]
    public void Who_writes_again_after_a_while_without_an_answer_is_impatient_and_who_goes_on_writing_is_not()
    {
        Assert.Empty(Find(At(0, Some.In("It stopped.")), At(1, Some.In("The calendar, I mean."))));

        var sign = Assert.Single(Find(At(0, Some.In("It stopped.")), At(75, Some.In("Any news?"))));
        Assert.Equal((Mood.Impatient, "wrote again after 1 h 15 min without an answer", 2), (sign.Mood, sign.ShownBy, sign.HistoryItem));

        Assert.Empty(Find(At(0, Some.In("It stopped.")), At(6, Some.In("Here is what the console shows: error E-4107 in line 3."))));
        Assert.Empty(Find(At(0, Some.In("It stopped.")), At(30, Some.Out(7, "We look.")), At(75, Some.In("Any news?"))));
    }

    private static HistoryItem At(int minute, HistoryItem item) => item with { At = Some.Moment.AddMinutes(minute) };

    private static IReadOnlyList<MoodSign> Find(params HistoryItem[] items) =>
        MoodSigns.Find(new CaseText([.. items.Select((item, index) => item with { Number = index + 1 })]));
}
