using System.Text.Json.Nodes;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Mvc;

namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>What the document says of problem details.</summary>
internal static class ProblemSchema
{
    /// <summary>The schema: RFC 9457's members, and those that some types add.</summary>
    public static JsonObject Create() => new()
    {
        ["type"] = "object",
        ["description"] = "What is wrong, by RFC 9457. The type is stable.",
        ["required"] = new JsonArray("type", "title", "status", "detail"),
        ["properties"] = new JsonObject
        {
            ["type"] = Text("urn:fusedeskflows:problem: and a name."),
            ["title"] = Text("What kind of problem it is."),
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["detail"] = Text("What happened, and what to do."),
            ["errors"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "Of a request that is not valid: the faults by field, header or parameter.",
                ["additionalProperties"] = List(),
            },
            ["settings"] = WithDescription(List(), "Of an app that is not configured: what is missing or wrong."),
            ["runId"] = Text("Of a run that ended without a report, or is in the way: its id."),
            ["decision"] = new JsonObject { ["description"] = "Of a write that somebody has decided already: the decision." },
            ["hash"] = Text("Of a decision on something else than is proposed now: the hash of what is."),
            ["report"] = new JsonObject { ["description"] = "What a run had found before it could not wait any longer for a quota." },
        },
    };

    public static string Meaning(int status) => status switch
    {
        400 => "Something in the request is wrong; the fields are named. Nothing was started.",
        404 => "There is no such thing.",
        406 => "None of the accepted media types can be produced.",
        409 => "Another run is at it, the run has ended, or it was decided already.",
        410 => "It is too late to decide it.",
        413 => "The body is too large.",
        415 => "The body is not declared as JSON.",
        422 => "The Idempotency-Key was used with another body.",
        503 => "The app is not configured; the settings are named. Nothing was started.",
        _ => "The run failed.",
    };

    /// <summary>One of them, as the app writes it; null for those of which there are many kinds.</summary>
    public static JsonNode? Example(int status) => status switch
    {
        400 => Write(ApiProblem.InvalidRequest(("emial", "'emial' is not a field of this request."))),
        406 => Write(ApiProblem.NotAcceptable()),
        415 => Write(ApiProblem.NotJson()),
        422 => Write(ApiProblem.IdempotencyKeyReused()),
        503 => Write(ApiProblem.NotConfigured(["Truto:ApiToken is missing"])),
        _ => null,
    };

    private static JsonNode? Write(ProblemDetails problem) => System.Text.Json.JsonSerializer.SerializeToNode(problem);

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject List() => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject WithDescription(JsonObject schema, string description)
    {
        schema["description"] = description;
        return schema;
    }
}
