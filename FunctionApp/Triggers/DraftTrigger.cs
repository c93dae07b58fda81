using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using FuseDeskFlows.Orchestrations;
using FuseDeskFlows.Truto;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers;

/// <summary>Starts drafts of replies.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class DraftTrigger(IOptions<TrutoOptions> truto, ModelReadiness model, TimeProvider time)
{
    private const string Prefix = "draft";

    /// <summary>Makes the management payload; the extension method asks the client for its host's address.</summary>
    internal Func<DurableTaskClient, string, HttpManagementPayload> ManagementPayload { get; init; } =
        (client, id) => client.CreateHttpManagementPayload(id);

    /// <summary>Starts a draft, or finds the one that was started with the same key.</summary>
    /// <param name="request">The request; its body is an empty JSON object.</param>
    /// <param name="client">The durable client.</param>
    /// <param name="caseId">The case's id.</param>
    /// <param name="cancellation">Ends the waiting, not the run.</param>
    /// <returns>202 with the management payload; 200 with the draft if it is there in time; problem details.</returns>
    [Function("DraftCaseReply")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cases/{caseId}/draft")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string caseId,
        CancellationToken cancellation)
    {
        var format = ContentNegotiation.Choose(request);
        var wait = WaitQuery.Read(request.Query);
        var key = RunId.ReadKey(request.Headers);
        var input = ReadId(caseId);
        var problem = input.Problem ?? Unexpected(await JsonRequest.ReadAsync(request, cancellation)) ?? wait.Problem ?? key.Problem
            ?? (format == ReportFormat.None ? ApiProblem.NotAcceptable() : null)
            ?? await Configuration.ProblemAsync(truto, model, cancellation);
        if (problem is not null)
        {
            return problem.ToResult();
        }

        var id = key.Value is null ? RunId.New(Prefix) : RunId.Of(nameof(DraftReply), Prefix, key.Value);
        if (key.Value is null)
        {
            await RunStart.NewAsync(client, nameof(DraftReply), id, input.Value!, cancellation);
        }
        else if (await RunStart.OnceAsync(client, nameof(DraftReply), id, input.Value!, cancellation) is { } conflict)
        {
            return conflict.ToResult();
        }

        request.HttpContext.Response.Headers.Location = RunAddress.Of(request, $"cases/{caseId}/draft", id);
        return await RunWait.ForAsync(client, id, wait.Value, time, cancellation) switch
        {
            null => RunResponse.Json(request, ManagementPayload(client, id), StatusCodes.Status202Accepted),
            { Error: { } error } => ApiProblem.RunEnded(id, error).ToResult(),
            { } run => RunResponse.Report(request, run, format),
        };
    }

    private static Parsed<DraftInput> ReadId(string caseId) =>
        long.TryParse(caseId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new DraftInput { CaseId = new CaseId(id) }
            : ApiProblem.InvalidRequest(("caseId", "caseId must be a positive whole number, such as 84920."));

    private static ProblemDetails? Unexpected(Parsed<JsonElement> body)
    {
        if (body.Problem is not null)
        {
            return body.Problem;
        }

        var fields = body.Value.EnumerateObject().Select(field => (field.Name, $"'{field.Name}' is not a field of this request; it takes an empty object.")).ToArray();
        return fields.Length == 0 ? null : ApiProblem.InvalidRequest(fields);
    }
}
