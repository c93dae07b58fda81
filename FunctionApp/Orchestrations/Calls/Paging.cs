using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>Reads lists page by page.</summary>
internal static class Paging
{
    /// <summary>No list is longer than this many pages; what goes on is a mistake of the other side.</summary>
    public const int MaxPages = 500;

    /// <summary>Reads a list to its end.</summary>
    /// <param name="page">Makes the input for a page from its cursor; null for the first.</param>
    /// <param name="items">Takes the items page by page, for a run that keeps what was read before a quota ran out.</param>
    /// <returns>All items, or the first refusal.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">The quota does not come back in the time that the run may wait.</exception>
    public static async Task<ToolResult<IReadOnlyList<T>>> ListAllAsync<T>(
        this FlowContext flow, TaskName tool, Func<string?, object> page, List<T>? items = null)
    {
        items ??= [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        while (true)
        {
            var answer = await flow.CallToolAsync<Truto.Tools.Page<T>>(tool, page(cursor));
            if (answer.Value is null)
            {
                return new() { Error = answer.Error };
            }

            items.AddRange(answer.Value.Items);
            flow.AddUnreadable(tool, answer.Value.Unreadable);
            cursor = answer.Value.NextCursor;
            if (string.IsNullOrEmpty(cursor))
            {
                return new() { Value = items };
            }

            if (!seen.Add(cursor) || seen.Count >= MaxPages)
            {
                return new() { Error = EndlessList(tool) };
            }
        }
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

    private static ToolError EndlessList(TaskName tool) => new()
    {
        Kind = ToolErrorKind.UnexpectedAnswer,
        Tool = tool.Name,
        Message = $"The list does not end: a cursor came a second time, or there are more than {MaxPages} pages.",
    };
}
