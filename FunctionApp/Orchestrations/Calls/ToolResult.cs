using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>What a flow gets from a tool once every wait is over: the value, or why it was refused.</summary>
internal sealed record ToolResult<T>
    where T : class
{
    /// <summary>The value; null if the call was refused.</summary>
    public T? Value { get; init; }

    /// <summary>The refusal; null if there is a value.</summary>
    public ToolError? Error { get; init; }
}
