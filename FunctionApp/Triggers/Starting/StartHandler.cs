using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Starting;

/// <summary>Serves the POSTs that start a flow: all of them in the same way.</summary>
internal static class StartHandler
{
    /// <summary>Starts a run, or finds the one that was started with the same key.</summary>
    /// <typeparam name="TInput">The flow's input.</typeparam>
    /// <param name="flow">What is particular to the flow.</param>
    /// <param name="request">The request.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="time">The clock by which the caller waits.</param>
    /// <param name="cancellationToken">Ends the waiting, not the run.</param>
    /// <returns>202 with the management payload; 200 with the report if it is there in time; problem details.</returns>
    public static async Task<IResult> HandleAsync<TInput>(
        StartEndpoint<TInput> flow, HttpRequest request, DurableTaskClient client, TimeProvider time, CancellationToken cancellationToken)
        where TInput : class, IEquatable<TInput>
    {
        var format = ContentNegotiation.Choose(request);
        var wait = WaitParameter.Read(request.Query);
        var key = RunId.ReadKey(request.Headers);
        var body = await JsonRequest.ReadAsync(request, cancellationToken);
        var input = body.Problem is null ? flow.Read(body.Value) : new(null, body.Problem);
        var problem = input.Problem ?? wait.Problem ?? key.Problem
            ?? (format == ReportFormat.None ? ApiProblem.NotAcceptable() : null)
            ?? flow.Configured()
            ?? (flow.Model is { } model ? await ConfigurationCheck.ProblemAsync(model, cancellationToken) : null);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var id = key.Value is null ? RunId.New(flow.Prefix) : RunId.Of(flow.Flow, flow.Prefix, key.Value);
        if (await StartAsync(flow, client, id, input.Value!, isNew: key.Value is null, cancellationToken) is { } refusal)
        {
            return refusal.ToResult();
        }

        request.HttpContext.Response.Headers.Location = RunUrl.Of(request, flow.Route, id);
        return await CompletionWait.ForAsync(client, id, wait.Value, time, cancellationToken) switch
        {
            null => RunResponse.Json(request, flow.ManagementPayload(client, id), StatusCodes.Status202Accepted),
            { Error: { } error } run => ApiProblem.RunEnded(id, error, run.Report).ToResult(),
            { } run => RunResponse.Report(request, run, format),
        };
    }

    // A run that its key has started already stands, whatever would speak against a new one.
    private static async Task<ProblemDetails?> StartAsync<TInput>(
        StartEndpoint<TInput> flow, DurableTaskClient client, string id, TInput input, bool isNew, CancellationToken cancellationToken)
        where TInput : class, IEquatable<TInput>
    {
        if ((isNew || await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellationToken) is null)
            && await flow.Objection(input) is { } objection)
        {
            return objection;
        }

        if (!isNew)
        {
            return await RunStart.OnceAsync(client, flow.Flow, id, input, cancellationToken);
        }

        await RunStart.NewAsync(client, flow.Flow, id, input, cancellationToken);
        return null;
    }
}
