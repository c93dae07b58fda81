using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Serialization;

namespace FuseDeskFlows.Tests.FuseDesk.Ids;

public sealed class IdTests
{
    [Fact]
    public void An_id_travels_as_its_bare_value()
    {
        Assert.Equal("84920", JsonSerializer.Serialize(new CaseId(84920), AppJson.Options));
        Assert.Equal("\"10294\"", JsonSerializer.Serialize(new ChatId("10294"), AppJson.Options));
        Assert.Equal(new CaseId(84920), JsonSerializer.Deserialize<CaseId>("84920", AppJson.Options));
        Assert.Equal(new CaseId(84920), JsonSerializer.Deserialize<CaseId>("\"84920\"", AppJson.Options));
        Assert.Equal(new RepId(51), JsonSerializer.Deserialize<RepId?>("51", AppJson.Options));
        Assert.Null(JsonSerializer.Deserialize<RepId?>("null", AppJson.Options));
    }

    [Theory]
    [InlineData("84920.0")]
    [InlineData("8.492e4")]
    [InlineData("\"84920.0\"")]
    [InlineData("\" 84920\"")]
    public void A_number_is_an_id_in_any_spelling(string json)
    {
        Assert.Equal(new CaseId(84920), JsonSerializer.Deserialize<CaseId>(json, AppJson.Options));
        Assert.Equal(new RepId(84920), JsonSerializer.Deserialize<RepId?>(json));
        Assert.Equal(
            "84920", JsonSerializer.Deserialize<ChatId>(json is "8.492e4" ? json : json.Replace(" ", "", StringComparison.Ordinal)).Value);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("\"many\"")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("true")]
    public void What_is_no_number_above_0_is_no_numeric_id(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CaseId>(json, AppJson.Options));

    [Fact]
    public void An_id_of_nothing_is_refused() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ChatId>("null", AppJson.Options));

    [Fact]
    public void An_id_reads_as_its_bare_value()
    {
        Assert.Equal("84920", new CaseId(84920).ToString());
        Assert.Equal("0c5e", new ContactId("0c5e").ToString());
    }

    [Theory]
    [InlineData("Sarah", "Lee", "Sarah Lee")]
    [InlineData("Sarah", null, "Sarah")]
    [InlineData(" ", "Lee", "Lee")]
    [InlineData(null, "", null)]
    public void A_contact_is_called_by_what_is_known(string? first, string? last, string? name) =>
        Assert.Equal(name, new Contact { Id = new("c"), FirstName = first, LastName = last }.Name);
}
