using System.Collections.Immutable;
using FuseDeskFlows.Language.Models.Dialects;
using FuseDeskFlows.Language.Settings;
using Microsoft.Extensions.AI;

namespace FuseDeskFlows.Language.Models;

/// <summary>Finds in a server's refusal which parameter of the request it does not take.</summary>
internal static class RefusedParameterFinder
{
    private static readonly string[] RefusingWords =
    [
        "support", "not permitted", "not allowed", "extra", "unrecognized", "unknown", "unexpected", "invalid", "must be",
        "only the default", "unavailable", "not available", "not enabled", "not implemented", "deprecated", "require", "failed to parse",
        "cannot",
    ];

    private static readonly string[] OnlyStreams =
    [
        "only support stream", "only supports stream", "stream must be", "stream' must be", "set stream", "stream=true", "stream to true",
        "enable the stream", "enable stream", "non-streaming", "non-stream", "only streaming", "streaming only", "requires streaming",
    ];

    private static readonly string[] NoInstructions =
    [
        "system role", "role 'system'", "role \"system\"", "'system' role", "\"system\" role", "system message", "developer instruction",
        "roles must alternate", "does not support 'system'", "system prompt is not",
    ];

    /// <summary>Finds it.</summary>
    /// <returns>The name of what is refused, which the request had; null if that is not what the error is about.</returns>
    public static string? Find(int status, ServerError error, ModelTurn turn, ModelDialect dialect, ImmutableHashSet<string> refused)
    {
        if (status is not (400 or 404 or 415 or 422 or 500 or 501))
        {
            return null;
        }

        var sent = Sent(turn, dialect, refused);
        return FindNamed(error, sent) ?? FindTold(error, sent) ?? error.Code switch
        {
            // It is about something that is left out already.
            _ when error.Says(ModelParameters.Temperature, "max_", "response_format", "stream", "tool") => null,
            "unsupported_value" => sent.Find(name => name is ModelParameters.Temperature),
            "unsupported_parameter" => sent.Find(IsTokenLimit) ?? sent.Find(name => name is ModelParameters.Temperature),
            _ => null,
        };
    }

    private static List<string> Sent(ModelTurn turn, ModelDialect dialect, ImmutableHashSet<string> refused)
    {
        string?[] names =
        [
            dialect.TokenLimitName(refused),
            ModelParameters.Temperature,
            turn.Format is ChatResponseFormatJson ? ModelDialect.FormatName(refused) : null,
            turn.Tools.Count > 0 ? ModelParameters.ParallelToolCalls : null,
            turn.AllowsToolCalls ? null : ModelParameters.ToolChoice,
            refused.Contains(ModelParameters.WholeAnswer) ? ModelParameters.StreamOptions : ModelParameters.WholeAnswer,
            turn.Messages.Any(message => message.Role == ChatRole.System) ? ModelParameters.System : null,
        ];
        return [.. names.OfType<string>().Where(name => !refused.Contains(name))];
    }

    private static string? FindNamed(ServerError error, List<string> sent) => error.Parameter?.ToLowerInvariant() switch
    {
        null => null,
        ModelParameters.MaxTokens or ModelParameters.MaxCompletionTokens => sent.Find(IsTokenLimit),
        "stream" => sent.Find(name => name is ModelParameters.WholeAnswer),
        var name when name.StartsWith("response_format", StringComparison.Ordinal) => sent.Find(IsFormat),
        var name => sent.Find(known => string.Equals(known, name, StringComparison.Ordinal)),
    };

    // A list of lines that names a parameter and refuses something, be it in one text or in the fields of one error.
    private static string? FindTold(ServerError error, List<string> sent) => sent.Find(name => name switch
    {
        ModelParameters.WholeAnswer => error.Says(OnlyStreams) || Names(error, "stream"),
        ModelParameters.System => error.Says(NoInstructions),
        _ => Words(name).Exists(word => Refuses(error, word)),
    });

    private static bool Refuses(ServerError error, string word)
    {
        var named = error.Lines.Where(line => line.Contains(word, StringComparison.Ordinal)).ToList();
        return named.Exists(line => RefusingWords.Any(refusing => line.Contains(refusing, StringComparison.Ordinal)))
            || Names(error, word);
    }

    // The name stands by itself, beside what is said of it.
    private static bool Names(ServerError error, string name) =>
        error.Lines.Contains(name, StringComparer.Ordinal) && error.Says(RefusingWords);

    private static List<string> Words(string name) => name switch
    {
        _ when IsTokenLimit(name) => [ModelParameters.MaxTokens, ModelParameters.MaxCompletionTokens],
        _ when IsFormat(name) =>
        [
            "response_format", "response format", "json_schema", "json schema", "json_object", "structured output", "structured_output",
            "guided_json", "guided decoding", "grammar", "json mode", "'strict'",
        ],
        _ => [name],
    };

    private static bool IsTokenLimit(string name) => name is ModelParameters.MaxTokens or ModelParameters.MaxCompletionTokens;

    private static bool IsFormat(string name) => name is ModelParameters.JsonSchema or ModelParameters.JsonObject;
}
