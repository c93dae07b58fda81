using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>What a flow gets from a tool once every wait is over: the value, or why it was refused.</summary>
internal sealed record ToolResult<T>
    where T : class
{
    /// <summary>The value; null if the call was refused.</summary>
    public T? Value { get; init; }

    /// <summary>The refusal; null if there is a value, and if the run is <see cref="OutOfQuota"/>.</summary>
    public ToolError? Error { get; init; }

    /// <summary>Set if the call was given up, since its quota does not come back in the time that the run may wait.</summary>
    public OutOfQuota? OutOfQuota { get; init; }

    /// <summary>Why there is no value; <paramref name="missing"/> is what could not be read, as the beginning of a sentence.</summary>
    public ReportProblem Problem(string missing) =>
        OutOfQuota is { } outOfQuota ? ReportProblem.ForOutOfQuota(outOfQuota, missing) : ReportProblem.ForRefusedCall(missing, Error!);
}
