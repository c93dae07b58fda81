using System.Text.Json;
using System.Text.Json.Serialization;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Writes;

namespace FuseDeskFlows.Triggers.Mcp;

/// <summary>What a tool answers: the run, and its report if it is there.</summary>
public sealed record RunAnswer
{
    /// <summary>The run's id, by which get_run goes on.</summary>
    [JsonPropertyName("runId")]
    public required string RunId { get; init; }

    /// <summary>The flow's name.</summary>
    [JsonPropertyName("flow")]
    public required string Flow { get; init; }

    /// <summary><c>pending</c>, <c>running</c>, <c>suspended</c>, <c>completed</c>, <c>failed</c> or <c>terminated</c>.</summary>
    [JsonPropertyName("status")]
    public required string Status { get; init; }

    /// <summary>What to do next; null if the report is there.</summary>
    [JsonPropertyName("next")]
    public string? Next { get; init; }

    /// <summary>How far it is; null before it has begun.</summary>
    [JsonPropertyName("progress")]
    public StepProgress? Progress { get; init; }

    /// <summary>What it waits for, and until when; null if it does not wait.</summary>
    [JsonPropertyName("waiting")]
    public PendingWait? Waiting { get; init; }

    /// <summary>The report, once the run has completed.</summary>
    [JsonPropertyName("report")]
    public JsonElement? Report { get; init; }

    /// <summary>The writes that wait for a person's decision; absent if none does.</summary>
    [JsonPropertyName("approvals")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WriteProposal>? Approvals { get; init; }

    /// <summary>Shows a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="approvals">The page on which a person decides.</param>
    internal static RunAnswer From(RunDetail run, Uri approvals) => new()
    {
        RunId = run.Id,
        Flow = run.Name,
        Status = run.Status,
        Progress = run.Progress,
        Waiting = run.Waiting,
        Report = run.Report,
        Approvals = run.Approvals,
        Next = run.Status switch
        {
            "completed" => null,
            "suspended" => "Somebody has suspended the run: nothing happens until it is resumed.",
            _ when run.Approvals is { Count: > 0 } =>
                $"A person has to decide, on {approvals}; no tool can. Nothing is written before that. get_run tells what came of it.",
            _ when run.Waiting is { } waiting =>
                $"The run goes on by itself: it waits until {waiting.Until.UtcDateTime:u} for {waiting.For}. "
                + "Call get_run with this runId after that.",
            _ => "The run goes on by itself. Call get_run with this runId for its report.",
        },
    };
}
