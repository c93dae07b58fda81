using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>Reads lists page by page.</summary>
internal static class Paging
{
    /// <summary>
    /// Reads a list to its end. One that ends badly is what was read of it: <see cref="AnswerGaps.MayLack"/> tells so, and the report
    /// has a problem.
    /// </summary>
    /// <param name="page">Makes the input for a page from its cursor; null for the first.</param>
    /// <param name="items">Takes the items page by page, for a run that keeps what was read before a quota ran out.</param>
    /// <returns>The items, or why the first page was refused.</returns>
    /// <exception cref="RunFailedException">The first call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">The quota does not come back in the time that the run may wait.</exception>
    public static async Task<ToolResult<IReadOnlyList<T>>> ListAllAsync<T>(
        this FlowContext flow, TaskName tool, Func<string?, object> page, List<T>? items = null)
    {
        items ??= [];
        var sequence = new PageSequence();
        string? cursor = null;
        do
        {
            var answer = await NextPageAsync<T>(flow, tool, page(cursor), isFirst: cursor is null);
            if (answer.Value is not { } read)
            {
                return cursor is null ? new() { Error = answer.Error } : EndEarly(flow, tool, items, answer.Error!.Message);
            }

            items.AddRange(read.Items);
            flow.Gaps.AddUnreadable(tool, read.Unreadable);
            cursor = sequence.Next(read);
        }
        while (cursor is not null);
        return sequence.Fault is { } fault ? EndEarly(flow, tool, items, fault + ".") : new() { Value = items };
    }

    /// <summary>Reads a list to its end; if it is refused, that is a problem of the report.</summary>
    /// <param name="what">What the list is to the report, as the beginning of a sentence.</param>
    /// <param name="page">Makes the input for a page from its cursor; null for the first.</param>
    /// <returns>All items; null if it was refused.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">The quota does not come back in the time that the run may wait.</exception>
    public static async Task<IReadOnlyList<T>?> ListOrReportAsync<T>(
        this FlowContext flow, string what, ICollection<ReportProblem> problems, TaskName tool, Func<string?, object> page)
    {
        var answer = await flow.ListAllAsync<T>(tool, page);
        if (answer.Value is null)
        {
            problems.Add(answer.Problem(what));
        }

        return answer.Value;
    }

    // What was read before is worth more than the failure of what comes after it.
    private static async Task<ToolResult<Truto.Tools.Page<T>>> NextPageAsync<T>(FlowContext flow, TaskName tool, object input, bool isFirst)
    {
        try
        {
            return await flow.CallToolAsync<Truto.Tools.Page<T>>(tool, input);
        }
        catch (RunFailedException failure) when (!isFirst)
        {
            return new() { Error = new() { Kind = ToolErrorKind.Unavailable, Tool = tool.Name, Message = failure.Message } };
        }
    }

    private static ToolResult<IReadOnlyList<T>> EndEarly<T>(FlowContext flow, TaskName tool, List<T> items, string reason)
    {
        flow.Gaps.AddIncomplete(tool, $"The list {tool.Name} may not be complete: {ReportText.Count(items.Count, "item")} "
            + $"of it could be used, then it ended badly: {reason}");
        return new() { Value = items };
    }
}
