using System.Text.Json;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Tests.Serialization;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{"b":1,"a":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{ "a" : 1.50 }""", """{"a":1.5}""")]
    [InlineData("""{"a":1e3}""", """{"a":1000}""")]
    [InlineData("""{"a":"\u0041\/"}""", """{"a":"A/"}""")]
    [InlineData("""{"a":[{"z":1,"y":null}],"A":true}""", """{"A":true,"a":[{"y":null,"z":1}]}""")]
    public void Spellings_of_one_value_have_one_text(string json, string canonical) =>
        Assert.Equal(canonical, CanonicalJson.Write(JsonElement.Parse(json)));

    [Theory]
    [InlineData("""{"a":1}""", """{"a":"1"}""")]
    [InlineData("""{"a":[1,2]}""", """{"a":[2,1]}""")]
    [InlineData("""{"a":null}""", """{}""")]
    [InlineData("""{"a":79228162514264337593543950336}""", """{"a":79228162514264337593543950337}""")]
    public void Different_values_have_different_texts(string one, string other) =>
        Assert.NotEqual(CanonicalJson.Write(JsonElement.Parse(one)), CanonicalJson.Write(JsonElement.Parse(other)));
}
