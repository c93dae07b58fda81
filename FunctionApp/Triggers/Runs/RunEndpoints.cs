using FuseDeskFlows.Activities.Agent.Results;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Runs;

/// <summary>Shows runs: what they are doing, what they wait for, what they found.</summary>
public static class RunEndpoints
{
    /// <summary>Lists runs.</summary>
    /// <param name="request">The request; <c>name</c>, <c>status</c>, <c>top</c> and <c>continuation</c> narrow the list.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with the runs, or problem details.</returns>
    [Function("ListRuns")]
    public static async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var parsed = RunListQuery.Parse(request.Query, RunListQuery.Fields);
        if (parsed is not { Value: { } query })
        {
            return parsed.Problem!.ToResult();
        }

        // With the data comes the custom status, which tells of progress and waits.
        OrchestrationRuntimeStatus[]? statuses = query.Status is { } status ? [status] : null;
        var filter = new OrchestrationQuery(Statuses: statuses, PageSize: query.Top, FetchInputsAndOutputs: true);
        var pages = client.GetAllInstancesAsync(filter).AsPages(query.Continuation, query.Top);
        await foreach (var page in pages.WithCancellation(cancellationToken))
        {
            // The store cannot filter by name: pages without a match are skipped, so that a caller sees an empty page only at the end.
            var runs = page.Values.Where(instance => Matches(instance, query)).Select(RunMapper.ToListItem).ToList();
            if (runs.Count > 0 || page.ContinuationToken is null)
            {
                var next = page.ContinuationToken is { } token ? query.NextPage(request, token) : null;
                return RunResponse.Json(request, new RunList { Runs = runs, Next = next });
            }
        }

        return RunResponse.Json(request, new RunList());
    }

    /// <summary>Shows one run.</summary>
    /// <param name="request">The request; <c>Accept</c> chooses JSON, Markdown or HTML.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="id">The run's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>200 with the run, or problem details.</returns>
    [Function("GetRun")]
    public static async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string id,
        CancellationToken cancellationToken)
    {
        var format = ContentNegotiation.Choose(request);
        if (format == ReportFormat.None)
        {
            return ApiProblem.NotAcceptable().ToResult();
        }

        return await FindAsync(client, id, cancellationToken) is { } run
            ? RunResponse.Run(request, run, format)
            : ApiProblem.RunNotFound(id).ToResult();
    }

    /// <summary>Finds a run with its report and what it waits for; null if there is none.</summary>
    internal static async Task<RunDetail?> FindAsync(DurableTaskClient client, string id, CancellationToken cancellationToken) =>
        !IsEntity(id) && await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is { } instance
            ? await ToDetailAsync(client, instance, cancellationToken)
            : null;

    private static async Task<RunDetail> ToDetailAsync(
        DurableTaskClient client, OrchestrationMetadata instance, CancellationToken cancellationToken)
    {
        var run = await PartialReportLookup.ToDetailAsync(client, instance, cancellationToken);
        run = await ChildRuns.WithWaitAsync(client, run, cancellationToken);
        return await PendingApprovals.WithApprovalsAsync(client, run, instance, cancellationToken);
    }

    // Entities are instances too, to the store.
    private static bool IsEntity(string id) => id.StartsWith('@');

    private static bool Matches(OrchestrationMetadata instance, RunListQuery query) =>
        !IsEntity(instance.InstanceId)
        && !string.Equals(instance.Name, StoredResultNames.Orchestration, StringComparison.Ordinal)
        && (query.Name is null || string.Equals(instance.Name, query.Name, StringComparison.OrdinalIgnoreCase));
}
