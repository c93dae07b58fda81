using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Truto.Catalogue;

namespace FuseDeskFlows.Tests.Truto.Catalogue;

public sealed class ArgumentBindingTests
{
    private static readonly ContactId Uuid = new("0c5e-uuid");
    private static readonly CrmId Crm = new(77);

    [Theory]
    [InlineData("""{"contact_uuid":{"type":"string"},"contact_id":{"type":"string"}}""", "contact_uuid", "0c5e-uuid")]
    [InlineData("""{"contactUuid":{"type":"string"}}""", "contactUuid", "0c5e-uuid")]
    [InlineData("""{"contactId":{"type":"string"},"crm_id":{"type":"integer"}}""", "crm_id", "77")]
    [InlineData("""{"contactid":{"type":"integer"}}""", "contactid", "77")]
    [InlineData("""{"contact_id":{"type":["number","null"]}}""", "contact_id", "77")]
    [InlineData("""{"contact_id":{"type":"string","format":"uuid"}}""", "contact_id", "0c5e-uuid")]
    [InlineData("""{"contactId":{"type":"string","description":"The contact's UUID in FuseDesk"}}""", "contactId", "0c5e-uuid")]
    [InlineData("""{"contactid":{"type":"string"}}""", "contactid", "77")]
    [InlineData("""{"contactid":true}""", "contactid", "77")]
    public void A_contact_is_asked_for_by_the_id_that_the_account_means(string properties, string name, string value) =>
        Assert.Equal(KeyValuePair.Create(name, value), ToolArguments.Contact(Uuid, Crm)!.Bind(Tool(properties)));

    [Fact]
    public void With_only_the_uuid_a_doubtful_argument_gets_it() => Assert.Equal(
        KeyValuePair.Create("contact_id", "0c5e-uuid"),
        ToolArguments.Contact(Uuid, null)!.Bind(Tool("""{"contact_id":{"type":"string"}}""")));

    [Fact]
    public void An_id_of_the_other_world_is_not_sent()
    {
        Assert.Null(ToolArguments.Contact(Uuid, null)!.Bind(Tool("""{"contactid":{"type":"integer"}}""")));
        Assert.Null(ToolArguments.Contact(null, Crm)!.Bind(Tool("""{"contactUuid":{"type":"string"}}""")));
    }

    [Fact]
    public void An_argument_that_the_account_does_not_have_is_left_out() =>
        Assert.Null(ToolArguments.Status(CaseStatus.New)!.Bind(Tool("""{"limit":{"type":"integer"}}""")));

    [Fact]
    public void A_search_is_sent_even_if_no_schema_mentions_it() =>
        Assert.Equal(KeyValuePair.Create("search", "x"), ToolArguments.Search("x").Bind(Tool("""{"limit":{"type":"integer"}}""")));

    [Theory]
    [InlineData("depid")]
    [InlineData("department_id")]
    [InlineData("departmentId")]
    public void A_department_goes_by_any_of_its_names(string name) => Assert.Equal(
        KeyValuePair.Create(name, "3"), ToolArguments.Department(new(3))!.Bind(Tool($$"""{"{{name}}":{"type":"integer"} }""")));

    [Fact]
    public void Dates_are_a_json_object_wide_enough_for_either_reading_of_its_bounds()
    {
        var after = new DateTimeOffset(2026, 6, 8, 2, 0, 0, TimeSpan.FromHours(2));
        var bound = ToolArguments.Opened(after, after.AddDays(1).AddMilliseconds(1))!.Bind(Tool("""{"dateOpened":{"type":"string"}}"""));
        Assert.Equal("dateOpened", bound?.Key);
        Assert.Equal("""{"after":"2026-06-07T23:59:59Z","before":"2026-06-09T00:00:01Z"}""", bound?.Value);
    }

    [Fact]
    public void What_is_not_asked_for_is_no_argument()
    {
        Assert.Null(ToolArguments.Contact(null, null));
        Assert.Null(ToolArguments.Department(null));
        Assert.Null(ToolArguments.Status(null));
        Assert.Null(ToolArguments.Opened(null, null));
        Assert.Null(ToolArguments.From(" "));
        Assert.Null(ToolArguments.Archived(null));
    }

    private static ToolDefinition Tool(string properties)
    {
        using var document = JsonDocument.Parse(
            $$"""[{"name":"n","resource":"cases","method":"list","query_schema":{"type":"object","properties":{{properties}} } }]""");
        return Assert.Single(CatalogueReader.Parse(document.RootElement)!.Tools!);
    }
}
