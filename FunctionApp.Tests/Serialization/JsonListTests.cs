using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Tests.Serialization;

public sealed class JsonListTests
{
    [Theory]
    [InlineData("[1,2,3]", "1,2,3")]
    [InlineData("""{"0":1,"1":2,"2":3}""", "1,2,3")]
    [InlineData("""{"10":3,"9":2,"2":1}""", "1,2,3")]
    [InlineData("""{"007":2,"-1":1,"84877":3}""", "1,2,3")]
    [InlineData("""{"1":1,"1":2}""", "1,2")]
    [InlineData("[]", "")]
    [InlineData("{}", "")]
    [InlineData("""[[1,[2]],{"4":3}]""", "1,2,3")]
    [InlineData("""{"5":{"1":[2,3],"0":1}}""", "1,2,3")]
    public void A_list_is_a_list_in_either_form(string json, string items) =>
        Assert.Equal(items, string.Join(',', JsonList.ReadFlat(JsonElement.Parse(json))!));

    [Theory]
    [InlineData("""{"0":1,"total":1}""")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"1.5":1}""")]
    [InlineData("""{"1e2":1}""")]
    [InlineData("""{"":1}""")]
    [InlineData("""{"\ud83d":1}""")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    public void Anything_else_is_none(string json) => Assert.Null(JsonList.ReadFlat(JsonElement.Parse(json)));

    [Fact]
    public void No_item_is_lost_whatever_the_keys() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(-50, 500).ListOf().ToArbitrary(), keys =>
        {
            var json = "{" + string.Join(',', keys.Select((key, index) => $"\"{key}\":{index}")) + "}";
            var read = JsonList.ReadFlat(JsonElement.Parse(json))!.Select(item => item.GetInt32()).ToList();
            return read.Order().SequenceEqual(Enumerable.Range(0, keys.Count))
                && read.Select(index => keys[index]).SequenceEqual(keys.Order());
        }));
}
