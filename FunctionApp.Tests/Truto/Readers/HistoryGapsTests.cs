using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

/// <summary>What a history has and what of it could not be read.</summary>
public sealed class HistoryGapsTests
{
    [Theory]
    [InlineData("""{"id":1,"history":{"7":{"body":"b"},"3":{"body":"a"}}}""")]
    [InlineData("""{"id":1,"history":[{"0":{"body":"a"},"1":{"body":"b"}}]}""")]
    [InlineData("""{"id":1,"history":false,"notes":{"0":"a","1":"b"}}""")]
    [InlineData("""{"id":1,"history":[{"body":["a"]},{"body":{"0":"b"}}]}""")]
    public void A_history_is_a_list_in_either_form(string json)
    {
        var read = CaseReader.ParseCase(JsonElement.Parse(json))!;
        Assert.Equal(["a", "b"], read.History.Select(item => item.Text));
        Assert.Null(read.Gaps);
    }

    [Theory]
    [InlineData("""{"id":1,"history":"soon"}""")]
    [InlineData("""{"id":1,"history":{"type":"note","body":"x"}}""")]
    [InlineData("""{"id":1,"history":{"0":{"body":"x"},"count":1}}""")]
    [InlineData("""{"id":1,"history":true}""")]
    [InlineData("""{"id":1,"history":3}""")]
    public void What_is_set_but_no_list_could_not_be_read(string json)
    {
        var read = CaseReader.ParseCase(JsonElement.Parse(json))!;
        Assert.Empty(read.History);
        Assert.Equal(new HistoryGaps { IsUnreadable = true }, read.Gaps);
    }

    [Theory]
    [InlineData("""{"id":1,"history":[]}""")]
    [InlineData("""{"id":1,"history":{}}""")]
    [InlineData("""{"id":1,"history":null}""")]
    [InlineData("""{"id":1,"history":false}""")]
    [InlineData("""{"id":1,"history":""}""")]
    public void What_is_not_set_is_an_empty_history(string json) => Assert.Null(CaseReader.ParseCase(JsonElement.Parse(json))!.Gaps);

    [Fact]
    public void An_answer_without_a_history_says_nothing_of_it() =>
        Assert.Equal(new HistoryGaps { IsMissing = true }, CaseReader.ParseCase(JsonElement.Parse("""{"id":1}"""))!.Gaps);

    [Theory]
    [InlineData("""[{"body":"a"},null]""", 1)]
    [InlineData("""[{"body":"a"},true,[]]""", 2)]
    [InlineData("""[{"body":"a"},{"type":"email","body":{"parts":[{"x":1}]}}]""", 1)]
    public void Items_that_cannot_be_read_are_counted_and_the_others_kept(string history, int unreadable)
    {
        var chat = ChatReader.ParseChat(JsonElement.Parse($$"""{"id":"c","messages":{{history}}}"""))!;
        Assert.Contains(chat.Messages, item => item.Text is "a");
        Assert.Equal(unreadable, chat.Gaps?.Items);
    }

    [Fact]
    public void No_text_that_a_history_held_is_lost_in_silence()
    {
        Gen<string> Item() => Gen.Elements(
            """{"body":"T"}""",
            "\"T\"", "null", "[]", "true",
            """{"0":{"body":"T"},"5":"T"}""",
            """{"text":["T","T"]}""",
            """{"body":{"html":"T"}}""",
            "[[\"T\"]]");
        var histories = Item().ListOf().ToArbitrary();
        Check.One(Config.QuickThrowOnFailure, Prop.ForAll(histories, items =>
        {
            var read = CaseReader.ParseCase(JsonElement.Parse($$"""{"id":1,"history":[{{string.Join(',', items)}}]}"""))!;
            var kept = read.History.Sum(item => item.Text.Count(letter => letter == 'T'));
            var held = items.Sum(item => item.Count(letter => letter == 'T'));
            var broken = items.Count(item => item is "null" or "[]" or "true" or """{"body":{"html":"T"}}""");
            return kept + items.Count(item => item.Contains("html", StringComparison.Ordinal)) == held && (read.Gaps?.Items ?? 0) == broken;
        }));
    }
}
