using System.Text.Json;
using FuseDeskFlows.Events;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Events;

public sealed class RecordMappingTests
{
    private static readonly RecordMapping Usual = With(new());

    [Theory]
    [InlineData("""{ "caseid": 84920 }""", 84920L)]
    [InlineData("""{ "CaseId": "84920" }""", 84920L)]
    [InlineData("""{ "event": "updated", "resource": "cases", "id": 7, "raw": { "caseid": 84920, "id": 3 } }""", 84920L)]
    [InlineData("""{ "resource_type": "cases", "resource_id": "84920" }""", 84920L)]
    [InlineData("""{ "id": 84920, "raw": { "caseid": false } }""", 84920L)]
    [InlineData("""{ "id": "9b2f-uuid" }""", null)]
    [InlineData("""{ "caseid": -1 }""", null)]
    [InlineData("""[]""", null)]
    public void The_first_path_that_leads_to_a_number_is_the_case(string record, long? expected) =>
        Assert.Equal(expected, Usual.CaseOf(Json(record))?.Value);

    [Fact]
    public void A_setting_says_where_to_look() => Assert.Equal(
        5, With(new() { CaseIdPaths = "a.b, records.1.case" }).CaseOf(Json("""{ "records": [ {}, { "case": 5 } ] }"""))?.Value);

    [Theory]
    [InlineData("""{ "records": { "3": {}, "1": { "case": 1 }, "2": { "case": "5.0" } } }""")]
    [InlineData("""{ "records": { "1": {}, "x": {} }, "records": [ {}, { "case": 5 } ] }""")]
    public void A_list_may_be_an_object_whose_keys_are_numbers(string record) =>
        Assert.Equal(5, With(new() { CaseIdPaths = "records.1.case" }).CaseOf(Json(record))?.Value);

    [Theory]
    [InlineData("""{ "resource": "contacts", "id": 1 }""", false)]
    [InlineData("""{ "resource": "Cases", "id": 1 }""", true)]
    [InlineData("""{ "id": 1 }""", true)]
    public void A_record_of_another_kind_is_no_case(string record, bool expected) => Assert.Equal(expected, Usual.MayBeCase(Json(record)));

    [Theory]
    [InlineData("""{ "actor": "FuseDeskFlows" }""", true)]
    [InlineData("""{ "raw": { "api_key": "fusedeskflows", "note": "x" } }""", true)]
    [InlineData("""{ "raw": { "note": "Triaged. [FuseDeskFlows]" } }""", true)]
    [InlineData("""{ "actor": { "id": 49 }, "raw": { "note": "You wrote: [fusedeskflows]" } }""", false)]
    [InlineData("""{ "raw": { "history": [ { "note": "[fusedeskflows]" } ], "note": "New." } }""", false)]
    [InlineData("""{ "id": 1 }""", false)]
    public void Our_own_events_are_known_by_actor_and_where_none_is_named_by_marker(string record, bool expected) =>
        Assert.Equal(expected, Usual.IsOwn(Json(record)));

    [Fact]
    public void Without_a_marker_nothing_is_known_by_it() => Assert.False(With(new() { Marker = "" }).IsOwn(Json("""{ "note": "" }""")));

    private static RecordMapping With(CaseEventOptions options) => new(Options.Create(options));

    private static JsonElement Json(string text) => JsonElement.Parse(text);
}
