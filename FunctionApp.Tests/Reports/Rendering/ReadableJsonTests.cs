using System.Text.Json;
using FuseDeskFlows.Reports.Rendering;

namespace FuseDeskFlows.Tests.Reports.Rendering;

public sealed class ReadableJsonTests
{
    [Fact]
    public void Letters_of_every_script_are_letters()
    {
        var json = ReadableJson.Of("""{"id":84877,"note":"\u05E9\u05DC\u05D5\u05DD \ud83d\ude00 <b>"}""");

        Assert.Equal("{\n  \"id\": 84877,\n  \"note\": \"שלום 😀 <b>\"\n}", json);
    }

    [Theory]
    [InlineData("\u202e")]
    [InlineData("\u200b")]
    [InlineData("\u00a0")]
    [InlineData("\ufeff")]
    [InlineData("\u0007")]
    [InlineData("\U000e0041")]
    public void What_hides_or_reorders_is_seen_as_an_escape_of_the_same_text(string hidden)
    {
        var json = ReadableJson.Of(JsonSerializer.Serialize(new { note = $"a{hidden}b" }));

        Assert.DoesNotContain(hidden, json, StringComparison.Ordinal);
        Assert.Equal($"a{hidden}b", JsonElement.Parse(json).GetProperty("note").GetString());
    }

    [Fact]
    public void What_is_no_JSON_stands_on_one_line() => Assert.Equal("no json", ReadableJson.Of("no\n json"));
}
