using System.Text.Json;
using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.Schemas;
using Microsoft.DurableTask.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>One of the tools.</summary>
/// <param name="Name">Its name. Assistants know it: it does not change.</param>
/// <param name="Title">Its name for a person.</param>
/// <param name="Description">What it answers, and when to call it.</param>
internal sealed record FlowTool(string Name, string Title, string Description)
{
    private const string Prefix = "#/$defs/";

    private Tool? _described;

    /// <summary>The record of its arguments, by a schema of its own.</summary>
    public required Func<RecordSchemas, JsonObject> Input { get; init; }

    /// <summary>What it answers.</summary>
    public required Func<RecordSchemas, JsonObject> Output { get; init; }

    /// <summary>The record of its report, whose fields are described; null if it has none.</summary>
    public Type? Report { get; init; }

    /// <summary>Whether it proposes a write. The others change nothing, though they start runs.</summary>
    public bool Proposes { get; init; }

    /// <summary>Answers a call.</summary>
    public required Func<ToolCall, Task<CallToolResult>> CallAsync { get; init; }

    /// <summary>Describes it as the protocol does.</summary>
    public Tool Describe() => _described ??= new()
    {
        Name = Name,
        Title = Title,
        Description = Description,
        InputSchema = Complete(Input),
        OutputSchema = Complete(Output),
        Annotations = new()
        {
            Title = Title,
            ReadOnlyHint = !Proposes,
            DestructiveHint = false,
            IdempotentHint = !Proposes,
            OpenWorldHint = true,
        },
    };

    private JsonElement Complete(Func<RecordSchemas, JsonObject> make)
    {
        var schemas = new RecordSchemas(Prefix);
        var schema = make(schemas);
        var named = schemas.Named.ToDictionary(
            record => record.Key,
            record => string.Equals(record.Key, Report?.Name, StringComparison.Ordinal) ? record.Value : LeanSchema.Of(record.Value),
            StringComparer.Ordinal);
        var used = new JsonObject();
        AddUsed(schema);
        if (used.Count > 0)
        {
            schema["$defs"] = used;
        }

        return JsonSerializer.SerializeToElement(schema);

        void AddUsed(JsonNode part)
        {
            foreach (var (name, record) in named)
            {
                if (!used.ContainsKey(name) && LeanSchema.RefersTo(part, Prefix + name))
                {
                    used[name] = record;
                    AddUsed(record);
                }
            }
        }
    }

    /// <summary>A call of a tool.</summary>
    /// <param name="Arguments">A JSON object.</param>
    /// <param name="Client">The durable client.</param>
    /// <param name="Request">The request, by which progress is told.</param>
    /// <param name="CancellationToken">Ends the waiting, not the run.</param>
    internal sealed record ToolCall(
        JsonElement Arguments,
        DurableTaskClient Client,
        RequestContext<CallToolRequestParams> Request,
        CancellationToken CancellationToken);
}
