using System.Text.Json.Serialization;

namespace FuseDeskFlows.Orchestrations.Runs;

/// <summary>
/// What a child of a run knows of its parent. A child counts to the flow that was started, and goes on with what that has waited; if a
/// quota does not come back in time it does not fail, but gives what it has found, and leaves it to the run to fail.
/// </summary>
public sealed record ParentRun
{
    /// <summary>The flow that was started.</summary>
    [JsonPropertyName("flow")]
    public required string Flow { get; init; }

    /// <summary>How long the run has waited for quotas before.</summary>
    [JsonPropertyName("waited")]
    public TimeSpan Waited { get; init; }

    /// <summary>How much of that was for the language model.</summary>
    [JsonPropertyName("waitedForModel")]
    public TimeSpan WaitedForModel { get; init; }

    /// <summary>The same run after further waits.</summary>
    internal ParentRun After(TimeSpan waits, TimeSpan ofModel) =>
        this with { Waited = Waited + waits, WaitedForModel = WaitedForModel + ofModel };
}
