using FuseDeskFlows.Reports.Pages;
using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Runs;

/// <summary>The console's pages of runs.</summary>
/// <param name="guard">Tells who may see them.</param>
/// <param name="newest">Lists runs.</param>
/// <param name="reports">What was read of runs before.</param>
/// <param name="time">The clock.</param>
public sealed class RunPages(ConsoleGuard guard, NewestRuns newest, ReportCache reports, TimeProvider time)
{
    private const string Path = "runs";
    private const int PageSize = 25;
    private static readonly PageLink AllRuns = new(ConsoleResult.Root.To(Path), "All runs");

    /// <summary>Lists runs, the newest first.</summary>
    /// <param name="request">The request; <c>name</c>, <c>status</c> and <c>after</c> narrow the list.</param>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleRuns")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/runs")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var entry = guard.Enter(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        var (name, status, after) = (One(request, "name"), One(request, "status"), One(request, "after"));
        var model = new RunsModel { Names = FlowNames.Known, Statuses = [.. RunMapper.StatusNames.Keys], Name = name, Status = status };
        var cursor = after is null ? null : ContinuationToken.Unwrap(after) is { } token ? RunCursor.Parse(token) : null;
        var fault = status is not null && !RunMapper.StatusNames.ContainsKey(status) ? $"There is no status '{status}'."
            : after is not null && cursor is null ? "The address of this page is not whole: begin again with the newest runs."
            : null;
        if (fault is not null)
        {
            return ConsoleResult.Of<RunsView>("Runs", Path, entry.User!, model with { Fault = fault }) with
            {
                Status = StatusCodes.Status400BadRequest,
            };
        }

        var filter = new RunFilter { Name = name, Statuses = status is null ? null : [RunMapper.StatusNames[status]], After = cursor };
        var (runs, next) = await newest.ReadAsync(client, filter, PageSize, time.GetUtcNow(), cancellationToken);
        var shown = await RunLineReader.ReadAsync(client, reports, runs, cancellationToken);
        model = model with { Runs = shown, IsLater = cursor is not null, Next = next is null ? null : QueryOf(name, status, next) };
        return ConsoleResult.Of<RunsView>("Runs", Path, entry.User!, model) with { IsLive = cursor is null };
    }

    /// <summary>Shows one run.</summary>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleRun")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/runs/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(id);
        var entry = guard.Enter(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        if (id.StartsWith('@') || await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is not { } instance)
        {
            var message = new MessageModel("No such run", $"There is no run '{id}'; its history may have been purged.", AllRuns);
            return ConsoleResult.Message(message, entry.User, StatusCodes.Status404NotFound);
        }

        var run = await PartialReportLookup.ToDetailAsync(client, instance, cancellationToken);
        run = await ChildRuns.WithWaitAsync(client, run, cancellationToken);
        run = await PendingApprovals.WithApprovalsAsync(client, run, instance, cancellationToken);
        var history = await client.GetOrchestrationHistoryAsync(id, cancellationToken);
        var steps = RunSteps.Read(history, instance.IsCompleted ? run.UpdatedAt : null);
        var report = ReportPages.Html(run);
        var model = new RunModel
        {
            Run = run,
            Subject = RunSubject.Of(instance),
            Steps = [.. steps.Take(RunSteps.Max)],
            MoreSteps = Math.Max(0, steps.Count - RunSteps.Max),
            Now = time.GetUtcNow(),
            Report = report?.Body,
            ReportParameters = report?.Parameters,
        };
        return ConsoleResult.Of<RunPageView>(FlowNames.Title(run.Name), Path, entry.User!, model) with { IsLive = !instance.IsCompleted };
    }

    private static string QueryOf(string? name, string? status, RunCursor next)
    {
        var query = new QueryString().Add("after", ContinuationToken.Wrap(next.ToString()));
        query = name is null ? query : query.Add("name", name);
        return (status is null ? query : query.Add("status", status)).ToUriComponent();
    }

    private static string? One(HttpRequest request, string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
