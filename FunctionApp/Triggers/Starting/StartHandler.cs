using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Serves the POSTs that start a flow: all of them in the same way.</summary>
internal static class StartHandler
{
    /// <summary>
    /// Starts a run, or finds the one that was started with the same key, and waits for its report if asked to.
    /// Cancellation ends the waiting, not the run.
    /// </summary>
    /// <returns>202 with the management payload; 200 with the report if it is there in time; problem details.</returns>
    public static async Task<IResult> HandleAsync<TInput>(
        StartEndpoint<TInput> endpoint,
        HttpRequest request,
        DurableTaskClient client,
        TimeProvider time,
        CancellationToken cancellationToken)
        where TInput : class, IEquatable<TInput>
    {
        var format = ContentNegotiation.Choose(request);
        var wait = WaitParameter.Parse(request.Query);
        var key = RunId.ParseKey(request.Headers);
        var body = await JsonRequest.ReadAsync(request, cancellationToken, endpoint.MaxBodySize);
        var input = body.Problem is null ? endpoint.Parse(body.Value) : body.Problem;
        var problem = input.Problem ?? wait.Problem ?? key.Problem ?? (format == ReportFormat.None ? ApiProblem.NotAcceptable() : null);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var started = await FlowStart.StartAsync(endpoint, input.Value!, key.Value, client, cancellationToken);
        if (started is not { Value: { } id })
        {
            return started.Problem!.ToResult();
        }

        request.HttpContext.Response.Headers.Location = RunUrl(request, endpoint.Route, id);
        return await CompletionWait.EndedRunAsync(client, id, wait.Value, time, cancellationToken) switch
        {
            null => RunResponse.Json(request, endpoint.ManagementPayload(client, id), StatusCodes.Status202Accepted),
            { Error: { } error } run => ApiProblem.RunEnded(id, error, run.Report).ToResult(),
            { } run => RunResponse.Report(request, run, format),
        };
    }

    // Under the same prefix as the request's own route, which the host's settings decide.
    private static string RunUrl(HttpRequest request, string route, string id)
    {
        var path = request.PathBase.Add(request.Path).Value ?? "";
        var prefix = path.EndsWith("/" + route, StringComparison.OrdinalIgnoreCase) ? path[..^route.Length] : "/api/";
        return $"{prefix}runs/{Uri.EscapeDataString(id)}";
    }
}
