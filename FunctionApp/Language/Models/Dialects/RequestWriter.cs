using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FuseDeskFlows.Language.Settings;

namespace FuseDeskFlows.Language.Models.Dialects;

/// <summary>Writes a request as the server takes it: what it refuses is left out, renamed, or said in the prompt.</summary>
internal static class RequestWriter
{
    private static readonly string[] Removable =
        [ModelParameters.Temperature, ModelParameters.ToolChoice, ModelParameters.ParallelToolCalls];

    private const string Messages = "messages";
    private const string ResponseFormat = "response_format";

    public static void Rewrite(JsonObject request, ModelDialect dialect, ImmutableHashSet<string> refused)
    {
        foreach (var name in Removable.Where(refused.Contains))
        {
            request.Remove(name);
        }

        // What it says is the case without it, and some servers refuse it.
        if ((request[ModelParameters.ToolChoice] as JsonValue)?.ToString() is "auto")
        {
            request.Remove(ModelParameters.ToolChoice);
        }

        RenameTokenLimit(request, dialect.TokenLimitName(refused));
        RewriteFormat(request, ModelDialect.FormatName(refused));
        if (refused.Contains(ModelParameters.WholeAnswer))
        {
            request["stream"] = true;
            if (!refused.Contains(ModelParameters.StreamOptions))
            {
                request[ModelParameters.StreamOptions] = new JsonObject { ["include_usage"] = true };
            }
        }

        if (refused.Contains(ModelParameters.System))
        {
            MoveInstructions(request);
        }
    }

    private static void RenameTokenLimit(JsonObject request, string? name)
    {
        var limit = (request[ModelParameters.MaxCompletionTokens] ?? request[ModelParameters.MaxTokens])?.DeepClone();
        request.Remove(ModelParameters.MaxCompletionTokens);
        request.Remove(ModelParameters.MaxTokens);
        if (name is not null && limit is not null)
        {
            request[name] = limit;
        }
    }

    // The schema is in the prompt as soon as the server does not see to it.
    private static void RewriteFormat(JsonObject request, string? name)
    {
        if (request[ResponseFormat] is not JsonObject format || name is ModelParameters.JsonSchema)
        {
            return;
        }

        if (format["json_schema"]?["schema"] is { } schema)
        {
            AddInstruction(request, $"The answer is one JSON object and nothing else. Its JSON schema: {schema.ToJsonString()}");
        }

        request.Remove(ResponseFormat);
        if (name is not null && (string?)format["type"] is not "text")
        {
            request[ResponseFormat] = new JsonObject { ["type"] = name };
        }
    }

    private static void AddInstruction(JsonObject request, string instruction)
    {
        if (request[Messages] is not JsonArray messages)
        {
            return;
        }

        if (messages.OfType<JsonObject>().FirstOrDefault(message => Role(message) is "system") is { } system)
        {
            system["content"] = $"{Text(system["content"])}\n{instruction}";
        }
        else
        {
            messages.Insert(0, new JsonObject { ["role"] = "system", ["content"] = instruction });
        }
    }

    private static void MoveInstructions(JsonObject request)
    {
        if (request[Messages] is not JsonArray messages)
        {
            return;
        }

        var instructions = messages.OfType<JsonObject>().Where(message => Role(message) is "system").ToList();
        instructions.ForEach(message => messages.Remove(message));
        var text = string.Join('\n', instructions.Select(message => Text(message["content"])));
        if (messages.OfType<JsonObject>().FirstOrDefault() is { } first && Role(first) is "user")
        {
            first["content"] = $"{text}\n\n{Text(first["content"])}";
        }
        else
        {
            messages.Insert(0, new JsonObject { ["role"] = "user", ["content"] = text });
        }
    }

    private static string? Role(JsonObject message) => (string?)message["role"];

    private static string Text(JsonNode? content) => content switch
    {
        JsonArray parts => string.Concat(parts.Select(part => (string?)part?["text"])),
        JsonValue value => value.TryGetValue<string>(out var text) ? text : "",
        _ => "",
    };
}
