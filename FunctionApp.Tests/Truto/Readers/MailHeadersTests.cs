using System.Text.Json;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto.Readers;

namespace FuseDeskFlows.Tests.Truto.Readers;

public sealed class MailHeadersTests
{
    [Theory]
    [InlineData("""{"headers":{"auto-submitted":"auto-replied","X":["a","b"]}}""")]
    [InlineData("""{"headers":{"Auto-Submitted":{"0":"auto-replied"},"X":{"2":"b","1":"a"}}}""")]
    [InlineData("""{"headers":[{"name":"Auto-Submitted","value":"auto-replied"},["X","a"],["X","b"]]}""")]
    [InlineData("""{"headers":{"5":{"name":"X","values":{"0":"a","1":"b"}},"4":{"key":"Auto-Submitted","value":"auto-replied"}}}""")]
    [InlineData("""{"headers":{"0":{"0":"Auto-Submitted","1":"auto-replied"},"1":["X",["a","b"]]}}""")]
    [InlineData("""{"headers":{"0":"Auto-Submitted: auto-replied","1":"X: a\nX: b"}}""")]
    [InlineData("""{"rawHeaders":"Auto-Submitted: auto-replied\r\nX: a\r\nX:\r\n b"}""")]
    [InlineData("""{"headers":{"\ud800":"half","Auto-Submitted":"auto-replied","X":["a","b"]}}""")]
    public void Every_form_of_a_list_is_read(string item)
    {
        var headers = new MailHeaders(new JsonFields(JsonElement.Parse(item)));

        Assert.Equal(["auto-replied"], headers.Values("Auto-Submitted"));
        Assert.Equal(["a", "b"], headers.Values("x"));
    }

    [Fact]
    public void Half_of_a_character_costs_only_itself()
    {
        var headers = new MailHeaders(new JsonFields(JsonElement.Parse("""{"headers":{"X":"a\ud800"}}""")));

        Assert.Equal("a\ufffd", Assert.Single(headers.Values("X")));
    }
}
