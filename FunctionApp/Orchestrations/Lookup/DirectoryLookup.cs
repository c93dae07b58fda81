using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.Entities.Directory;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Lookup;

/// <summary>
/// How runs learn of reps and departments: from the account's directory. A run that finds it too old reads both lists for all; the others
/// wait for it, and one of them takes its place if it ends or takes too long.
/// </summary>
internal sealed class DirectoryLookup(FlowContext flow)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    /// <summary>Looks up what must be current: two calls if the directory is too old or lacks an id, else none.</summary>
    /// <param name="reps">The reps to name.</param>
    /// <param name="departments">The departments to name; their reps come with them.</param>
    /// <returns>What could be read; a list that could not has a problem, and what was known before.</returns>
    /// <exception cref="OutOfQuotaException">A quota did not come back in time.</exception>
    public Task<DirectorySnapshot> FindAsync(IEnumerable<RepId> reps, IEnumerable<DepartmentId> departments) =>
        FindAsync(Query() with { Reps = [.. reps.Distinct()], Departments = [.. departments.Distinct()] });

    /// <summary>Looks up all reps and departments; the same calls.</summary>
    /// <param name="reps">Reps that must be among them, if they exist.</param>
    /// <exception cref="OutOfQuotaException">A quota did not come back in time.</exception>
    public Task<DirectorySnapshot> FindAllAsync(params IEnumerable<RepId> reps) =>
        FindAsync(Query() with { Everything = true, Reps = [.. reps.Distinct()] });

    /// <summary>Looks up what is there, without a call.</summary>
    public async Task<DirectorySnapshot> PeekAsync(IEnumerable<RepId> reps, IEnumerable<DepartmentId> departments)
    {
        var query = Query() with { AsItIs = true, Reps = [.. reps.Distinct()], Departments = [.. departments.Distinct()] };
        return query is { Reps: [], Departments: [] } ? Snapshot(new()) : Snapshot(await LookUpAsync(query));
    }

    private DirectoryQuery Query() => new() { RunId = flow.RunId, At = flow.UtcNow, AskedFirstAt = flow.UtcNow };

    private DirectorySnapshot Snapshot(DirectoryAnswer answer) => new(answer.Reps, answer.Departments, flow.UtcNow);

    private Task<DirectoryAnswer> LookUpAsync(DirectoryQuery query) =>
        flow.CallEntityAsync<DirectoryAnswer>(AccountDirectory.Id, AccountDirectory.LookUpOperation, query);

    private async Task<DirectorySnapshot> FindAsync(DirectoryQuery query)
    {
        for (var pause = FirstPause; ; pause = pause < MaxPause ? pause * 2 : MaxPause)
        {
            var answer = await LookUpAsync(query);
            if (answer.RefresherRunId is not { } refresher)
            {
                return Snapshot(answer);
            }

            if (string.Equals(refresher, flow.RunId, StringComparison.Ordinal))
            {
                return await RefreshAsync(query, answer);
            }

            await flow.WaitAsync(pause, $"the reps and departments, which run {refresher} reads");
            var isAlive = await flow.CallActivityAsync<bool>(IsRunActiveActivity.Name, refresher);
            query = query with { At = flow.UtcNow, ReplacesRunId = isAlive ? null : refresher };
        }
    }

    private async Task<DirectorySnapshot> RefreshAsync(DirectoryQuery query, DirectoryAnswer known)
    {
        flow.ExpectMoreCalls(2);
        try
        {
            var departments = await ReadAsync(
                "The departments", ToolNames.ListDepartments, cursor => new ListDepartmentsInput { Cursor = cursor }, known.Departments);
            var reps = await ReadAsync("The reps", ToolNames.ListReps, cursor => new ListRepsInput { Cursor = cursor }, known.Reps);
            var refresh = new DirectoryRefresh
            {
                RunId = flow.RunId,
                Departments = departments,
                Reps = reps,
                WantedReps = query.Reps,
                WantedDepartments = query.Departments,
            };
            await flow.CallEntityAsync(AccountDirectory.Id, AccountDirectory.RefreshOperation, refresh);
            return new(refresh.Reps, refresh.Departments, flow.UtcNow);
        }
        catch (OutOfQuotaException)
        {
            await flow.CallEntityAsync(AccountDirectory.Id, AccountDirectory.GiveUpOperation, flow.RunId);
            throw;
        }
    }

    private async Task<DirectoryList<T>> ReadAsync<T>(string what, TaskName tool, Func<string?, object> page, DirectoryList<T> known)
    {
        var began = flow.UtcNow;
        DateTimeOffset? asOf = null;
        ToolResult<IReadOnlyList<T>> read;
        try
        {
            read = await flow.ListAllAsync<T>(tool, cursor =>
            {
                asOf = cursor is null ? null : asOf ?? FirstPageAsOf(began);
                return page(cursor);
            });
        }
        catch (RunFailedException failure)
        {
            read = new() { Error = new() { Kind = ToolErrorKind.Other, Tool = tool.Name, Message = failure.Message } };
        }

        return read.Value is { } items
            ? new()
            {
                Items = items,
                AsOf = asOf ?? FirstPageAsOf(began),
                TriedAt = flow.UtcNow,
                MayLack = flow.Gaps.MayLack(tool),
                Problem = flow.Gaps.IsIncomplete(tool) ? ReportProblem.ForIncompleteAnswer($"{what} may not all be known.") : null,
            }
            : known with { TriedAt = flow.UtcNow, Problem = read.Problem(what) };
    }

    // A list is as old as its first page, which was not asked for before the last wait for a quota was over.
    private DateTimeOffset FirstPageAsOf(DateTimeOffset began) => flow.Waits.Select(wait => wait.To).Append(began).Max();
}
