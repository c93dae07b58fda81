using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>One call of a tool. Path and query depend on how the account spells the tool, which is known only when it is called.</summary>
/// <typeparam name="T">What the tool gives.</typeparam>
/// <param name="Operation">The tool.</param>
/// <param name="Path">The path under Truto's address, already escaped.</param>
/// <param name="Query">The query arguments beside the account's id.</param>
/// <param name="Interpret">What a successful answer means: the value, or the error that it holds instead.</param>
internal sealed record ToolCall<T>(
    ToolOperation Operation,
    Func<ToolDefinition, string> Path,
    Func<ToolDefinition, IEnumerable<KeyValuePair<string, string>>> Query,
    Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> Interpret)
    where T : class
{
    /// <summary>What is written; null for a call that only reads.</summary>
    public Func<ToolDefinition, HttpWrite>? Write { get; init; }
}
