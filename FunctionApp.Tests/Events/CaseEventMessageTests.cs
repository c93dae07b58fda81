using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.Tests.Infra;

namespace FuseDeskFlows.Tests.Events;

public sealed class CaseEventMessageTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var written = new CaseEvent
        {
            Id = "e1",
            Type = "record:updated",
            CaseId = new(7),
            OccurredAt = Some.Moment,
            Payload = JsonElement.Parse("""{"a":1}"""),
        };

        var read = CaseEventMessage.Read(CaseEventMessage.Write(written)!);

        Assert.Equal(written with { Payload = null }, read with { Payload = null });
        Assert.Equal(1, read.Payload?.GetProperty("a").GetInt32());
    }

    [Fact]
    public void A_payload_that_no_queue_takes_is_shortened()
    {
        var written = new CaseEvent { Id = "e1", CaseId = new(7), Payload = JsonSerializer.SerializeToElement(new string('x', 60_000)) };

        var message = CaseEventMessage.Write(written)!;

        Assert.True(message.ToMemory().Length < CaseEventMessage.MaxBytes);
        var read = CaseEventMessage.Read(message);
        Assert.Equal(written with { Payload = null, IsShortened = true }, read with { Payload = null });
        Assert.StartsWith("xxxx", read.Payload?.GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "not JSON")]
    [InlineData("[]", "object")]
    [InlineData("""{ "caseId": 1 }""", "id must")]
    [InlineData("""{ "id": 5 }""", "id must")]
    [InlineData("""{ "id": "a", "id": "b" }""", "twice")]
    [InlineData("""{ "id": "a", "caseId": "secret" }""", "caseId must")]
    [InlineData("""{ "id": "a", "occurredAt": "soon" }""", "occurredAt must")]
    public void What_is_wrong_is_named_and_not_quoted(string message, string expected)
    {
        var fault = Assert.Throws<CaseEventException>(() => CaseEventMessage.Read(BinaryData.FromString(message)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_tries_as_often_as_the_function_expects()
    {
        var host = JsonElement.Parse(RepositoryFiles.Read("host.json"));
        Assert.Equal(
            CaseEventQueues.Attempts, host.GetProperty("extensions").GetProperty("queues").GetProperty("maxDequeueCount").GetInt32());
    }

    [Fact]
    public void A_text_that_was_cut_through_a_character_is_read()
    {
        var read = CaseEventMessage.Read(
            BinaryData.FromString("""{ "id": "a", "caseId": 7, "type": "cut \ud83d", "payload": { "note": "\udc00", "\ud83d": 1 } }"""));

        Assert.Equal("cut \ufffd", read.Type);
        Assert.Equal("\ufffd", read.Payload?.GetProperty("note").GetString());
    }
}
