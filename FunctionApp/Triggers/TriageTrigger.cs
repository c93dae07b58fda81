using FuseDeskFlows.Language;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Truto;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers;

/// <summary>Starts triages.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class TriageTrigger(IOptions<TrutoOptions> truto, ModelReadiness model, TimeProvider time)
{
    private const string Route = "cases/triage";
    private const string Prefix = "triage";

    /// <summary>Makes the management payload; the extension method asks the client for its host's address.</summary>
    internal Func<DurableTaskClient, string, HttpManagementPayload> ManagementPayload { get; init; } =
        (client, id) => client.CreateHttpManagementPayload(id);

    /// <summary>Starts a triage, or finds the one that was started with the same key.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="cancellation">Ends the waiting, not the run.</param>
    /// <returns>202 with the management payload; 200 with the report if it is there in time; problem details.</returns>
    [Function("TriageCase")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var format = ContentNegotiation.Choose(request);
        var wait = WaitQuery.Read(request.Query);
        var key = RunId.ReadKey(request.Headers);
        var body = await JsonRequest.ReadAsync(request, cancellation);
        var triage = body.Problem is null ? TriageBody.Read(body.Value) : new(null, body.Problem);
        var problem = triage.Problem ?? wait.Problem ?? key.Problem
            ?? (format == ReportFormat.None ? ApiProblem.NotAcceptable() : null)
            ?? await Configuration.ProblemAsync(truto, model, cancellation);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var id = key.Value is null ? RunId.New(Prefix) : RunId.Of(nameof(CaseTriage), Prefix, key.Value);
        if (key.Value is null)
        {
            await RunStart.NewAsync(client, nameof(CaseTriage), id, triage.Value!, cancellation);
        }
        else if (await RunStart.OnceAsync(client, nameof(CaseTriage), id, triage.Value!, cancellation) is { } conflict)
        {
            return conflict.ToResult();
        }

        request.HttpContext.Response.Headers.Location = RunAddress.Of(request, Route, id);
        return await RunWait.ForAsync(client, id, wait.Value, time, cancellation) switch
        {
            null => RunResponse.Json(request, ManagementPayload(client, id), StatusCodes.Status202Accepted),
            { Error: { } error } => ApiProblem.RunEnded(id, error).ToResult(),
            { } run => RunResponse.Report(request, run, format),
        };
    }
}
