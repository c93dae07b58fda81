using System.Text.Json;
using FuseDeskFlows.Events;
using FuseDeskFlows.Serialization;
using FuseDeskFlows.Truto;
using FuseDeskFlows.Truto.Catalogue;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>
/// Turns what somebody asks for into the write that would be sent: the account's tool, its own names of the arguments, signed texts.
/// </summary>
public sealed class WritePlanner(TrutoClient truto, IOptions<CaseEventOptions> events)
{
    private const string ToolField = "tool";
    private const string ArgumentsField = "arguments";

    /// <summary>Plans a write. The account's list of tools is read if it is not known; that costs no quota.</summary>
    /// <returns>The plan; if something is wrong with what was asked for, with its faults.</returns>
    public async Task<WritePlan> PlanAsync(PlanWriteInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var tools = await truto.GetToolsAsync(cancellationToken);
        if (WriteTools.Find(tools, input.Tool.Trim()) is not { } tool)
        {
            return Faulty(input, ToolField, WriteTools.IsRead(tools, input.Tool.Trim())
                ? "This tool only reads; there is nothing to approve."
                : "The account offers no tool of this name that writes. Give its name as /tools has it, "
                    + "or resource/method, such as cases/addnote.");
        }

        return ParseArguments(input.Arguments) is { } given
            ? Plan(tools, tool, given, input.WriteId)
            : Faulty(input, ArgumentsField, "The arguments must be a JSON object.");
    }

    private WritePlan Plan(ToolSet tools, ToolDefinition tool, JsonElement given, string writeId)
    {
        var faults = new List<WriteFault>();
        var arguments = ArgumentBinder.Bind(tool, given, faults);
        var meaning = new WriteMeaning(tool, arguments, faults);
        meaning.Sign(events.Value.Marker, writeId);
        var id = meaning.Id;
        return new()
        {
            Tool = tool.Name,
            Resource = tool.Resource,
            Method = tool.Method,
            Kind = meaning.Kind,
            Id = id,
            CanRead = id is not null && tools.Find(new ToolOperation("", tool.Resource, "get")) is not null,
            Arguments = CanonicalJson.Write(JsonSerializer.SerializeToElement(arguments)),
            Asked = meaning.Asked,
            Others = meaning.Others,
            RepId = meaning.RepId,
            DepartmentId = meaning.DepartmentId,
            Token = meaning.Token,
            Faults = faults,
        };
    }

    private static WritePlan Faulty(PlanWriteInput input, string field, string fault) =>
        new() { Tool = input.Tool, Faults = [new() { Field = field, Fault = fault }] };

    private static JsonElement? ParseArguments(string json)
    {
        try
        {
            var given = JsonElement.Parse(json, new() { AllowDuplicateProperties = false });
            _ = CanonicalJson.Write(given);
            return given.ValueKind == JsonValueKind.Object ? given : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // a half of a surrogate pair is no text either
        }
    }
}
