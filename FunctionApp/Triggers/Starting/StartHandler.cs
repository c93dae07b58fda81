using System.Text.Json;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
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
        var problem = input.Problem ?? wait.Problem ?? key.Problem
            ?? (format == ReportFormat.None ? ApiProblem.NotAcceptable() : null)
            ?? endpoint.FindConfigurationProblem()
            ?? (endpoint.Model is { } model ? await ConfigurationCheck.FindProblemAsync(model, cancellationToken) : null);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var id = key.Value is null ? RunId.New(endpoint.IdPrefix) : RunId.FromKey(endpoint.Flow, endpoint.IdPrefix, key.Value);

        // A run that its key has started already stands, whatever would speak against a new one.
        if (endpoint.FindConflictAsync is { } findConflictAsync
            && (key.Value is null || await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is null)
            && await findConflictAsync(input.Value!) is { } conflict)
        {
            return conflict.ToResult();
        }

        if (key.Value is null)
        {
            var options = new StartOrchestrationOptions(id);
            await client.ScheduleNewOrchestrationInstanceAsync(endpoint.Flow, input.Value, options, cancellationToken);
        }
        else if (await IdempotentStart.StartAsync(client, endpoint.Flow, id, input.Value, cancellationToken) is { Existing: { } existing }
            && !HasInput(existing, input.Value!))
        {
            return ApiProblem.IdempotencyKeyReused().ToResult();
        }

        request.HttpContext.Response.Headers.Location = RunUrl(request, endpoint.Route, id);
        return await CompletionWait.EndedRunAsync(client, id, wait.Value, time, cancellationToken) switch
        {
            null => RunResponse.Json(request, endpoint.ManagementPayload(client, id), StatusCodes.Status202Accepted),
            { Error: { } error } run => ApiProblem.RunEnded(id, error, run.Report).ToResult(),
            { } run => RunResponse.Report(request, run, format),
        };
    }

    private static bool HasInput<TInput>(OrchestrationMetadata run, TInput input)
        where TInput : class, IEquatable<TInput> =>
        run.SerializedInput is { } json && input.Equals(JsonSerializer.Deserialize<TInput>(json));

    // Under the same prefix as the request's own route, which the host's settings decide.
    private static string RunUrl(HttpRequest request, string route, string id)
    {
        var path = request.PathBase.Add(request.Path).Value ?? "";
        var prefix = path.EndsWith("/" + route, StringComparison.OrdinalIgnoreCase) ? path[..^route.Length] : "/api/";
        return $"{prefix}runs/{Uri.EscapeDataString(id)}";
    }
}
