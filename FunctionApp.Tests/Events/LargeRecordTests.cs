using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.Truto.Webhooks;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Tests.Events;

/// <summary>
/// Whatever record a webhook was answered 200 for, its case is found when it is handled, and after a replay with another mapping.
/// </summary>
public sealed class LargeRecordTests
{
    private const int Delivery = 900_000;

    public static TheoryData<string, string> Records => new()
    {
        { "a long text", $$"""{"odd":{"place":84877},"text":"{{new string('x', Delivery)}}"}""" },
        { "a text before the id", $$"""{"text":"{{new string('x', Delivery)}}","odd":{"place":84877} }""" },
        { "many texts", $$"""{"history":[{{Repeat("""{"body":"one text"}""", 40_000)}}],"odd":{"place":84877} }""" },
        { "many fields", $$"""{ {{string.Join(',', Enumerable.Range(0, 40_000).Select(n => $"\"f{n}\":{n}"))}},"odd":{"place":84877} }""" },
        { "emojis", $$"""{"text":"{{Repeat("\ud83d\ude00", 100_000, "")}}","odd":{"place":84877} }""" },
        { "a long number", $$"""{"n":{{new string('1', Delivery)}},"odd":{"place":84877} }""" },
        { "a long name", $$"""{"{{new string('n', Delivery)}}":1,"odd":{"place":84877} }""" },
        { "controls", $$"""{"text":"{{Repeat("\\u0000\\u0007", 60_000, "")}}","odd":{"place":84877} }""" },
        { "deep", $$"""{"odd":{"place":84877},"deep":{{new string('[', 900)}}"{{new string('x', Delivery)}}"{{new string(']', 900)}} }""" },
        { "deep but short", $$"""{"odd":{"place":84877},"deep":{{new string('[', 900)}}{{new string(']', 900)}} }""" },
        { "a duplicate key", """{"odd":{"place":1},"odd":{"place":84877} }""" },
        { "a duplicate key of which one is set", """{"odd":{"place":84877,"place":null},"odd":null}""" },
        { "a text that is a number", """{"odd":{"place":"84877.0"}}""" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void The_case_of_any_record_is_found_when_it_is_handled(string kind, string record)
    {
        Assert.NotEmpty(kind);
        var message = CaseEventMessage.Write(new() { Id = "truto:d1", Type = "record:updated", Payload = Parse(record) })!;

        Assert.InRange(message.ToMemory().Length, 1, CaseEventMessage.MaxBytes);
        var read = CaseEventMessage.Read(message);
        Assert.Equal("truto:d1", read.Id);

        // The mapping is set right only now: the path was not known when the record came.
        Assert.Equal(84877, Mapping("odd.place").CaseOf(read.Payload!.Value)?.Value);
    }

    [Fact]
    public void An_id_among_many_fields_stays_by_its_name()
    {
        var fields = string.Join(',', Enumerable.Range(0, 40_000).Select(n => $"\"f{n}\":{n}"));
        var read = CaseEventMessage.Read(
            CaseEventMessage.Write(new() { Id = "e", Payload = Parse($$"""{ {{fields}},"ticket_id":84877}""") })!);
        Assert.True(read.IsShortened);
        Assert.Equal(84877, Mapping("ticket_id").CaseOf(read.Payload!.Value)?.Value);
    }

    [Fact]
    public void What_is_nested_deeper_than_any_record_is_not_read()
    {
        var deep = new BinaryData($$"""{ "id": "e", "payload": {{new string('[', 1000)}}{{new string(']', 1000)}} }""");
        var fault = Assert.Throws<CaseEventException>(() => CaseEventMessage.Read(deep));
        Assert.Contains("deeper than 1000 levels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_is_kept_as_it_came()
    {
        var read = CaseEventMessage.Read(CaseEventMessage.Write(new() { Id = "e", Payload = Parse("""{"text":"short"}""") })!);
        Assert.False(read.IsShortened);
        Assert.Equal("""{"text":"short"}""", read.Payload?.GetRawText());
    }

    [Fact]
    public void Records_are_those_of_a_list_in_either_form()
    {
        var envelope = JsonElement.Parse(
            """{"id":7,"event":"record:updated","created_at":"2026-03-02","payload":{"4":{"caseid":2},"3":{"caseid":1}}}""");
        Assert.Equal(
            [("7:0", 1), ("7:1", 2)],
            WebhookDelivery.Parse(envelope).Delivery!.Records
                .Select(record => (record.Id, record.Record.GetProperty("caseid").GetInt32())));
    }

    private static RecordMapping Mapping(string paths) => new(Options.Create(new CaseEventOptions { CaseIdPaths = paths }));

    private static string Repeat(string text, int times, string separator = ",") => string.Join(separator, Enumerable.Repeat(text, times));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, new() { MaxDepth = CaseEventMessage.MaxDepth });
        return document.RootElement.Clone();
    }
}
