using System.Text.Json.Nodes;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Client.Entities;
using SemanticsApp.Orchestrations;

namespace SemanticsApp.Outcomes;

/// <summary>Instances, histories and entities as documents that two task hubs can agree on.</summary>
public static class Description
{
    public static JsonObject? Of(OrchestrationMetadata? instance) => instance is null ? null : new JsonObject
    {
        ["name"] = instance.Name,
        ["status"] = instance.RuntimeStatus.ToString(),
        ["input"] = Shorten(instance.SerializedInput),
        ["output"] = Shorten(instance.SerializedOutput),
        ["customStatus"] = instance.SerializedCustomStatus is "null" ? null : Shorten(instance.SerializedCustomStatus),
        ["failure"] = new JsonArray([.. Caught.Chain(instance.FailureDetails).Select(line => (JsonNode?)Shorten(line))]),
        ["tags"] = new JsonObject(instance.Tags.OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value))),
    };

    /// <summary>The history, an event a line, without marks: of what was handed over together, and of a rewind.</summary>
    public static JsonArray Of(IEnumerable<HistoryEvent> history) => new([.. history
        .Where(e => e is not (OrchestratorStartedEvent or OrchestratorCompletedEvent or GenericEvent or ExecutionRewoundEvent))
        .Select(e => (JsonNode?)Shorten(HistoryLine.Of(e)))]);

    public static JsonObject? Of(EntityMetadata<List<string>>? journal) => journal is null ? null : new JsonObject
    {
        ["state"] = journal.IncludesState ? new JsonArray([.. journal.State.Select(text => (JsonNode?)Shorten(text))]) : null,
        ["locked"] = journal.LockedBy is not null,
    };

    /// <summary>Long texts of x by their length; others are traces of calls through the host, and names of functions in no order.</summary>
    private static string? Shorten(string? text) => text switch
    {
        { Length: > 2_000 } when text.Contains("xxxx", StringComparison.Ordinal) => $"{text[..100]}... ({text.Length} characters)",
        { Length: > 1_000 } => $"{text[..100]}...",
        _ => text,
    };
}
