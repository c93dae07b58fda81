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
