using System.Globalization;
using System.Text.Json;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Drafts;

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
    /// <param name="cancellationToken">Ends the waiting, not the run.</param>
    /// <returns>202 with the management payload; 200 with the draft if it is there in time; problem details.</returns>
    [Function("DraftCaseReply")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cases/{caseId}/draft")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string caseId,
        CancellationToken cancellationToken)
    {
        var flow = new StartEndpoint<DraftReplyRequest>(DraftReply.Name, $"cases/{caseId}/draft", Prefix)
        {
            Read = body => Unexpected(body) is { } problem ? problem : ReadId(caseId),
            Configured = () => ConfigurationCheck.Problem(truto),
            Model = model,
            ManagementPayload = ManagementPayload,
        };
        return StartHandler.HandleAsync(flow, request, client, time, cancellationToken);
    }

    private static ParseResult<DraftReplyRequest> ReadId(string caseId) =>
        long.TryParse(caseId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0
            ? new DraftReplyRequest { CaseId = new CaseId(id) }
            : ApiProblem.InvalidRequest(("caseId", "caseId must be a positive whole number, such as 84920."));

    private static ProblemDetails? Unexpected(JsonElement body)
    {
        var fields = body.EnumerateObject().Select(field => (field.Name, $"'{field.Name}' is not a field of this request; it takes an empty object.")).ToArray();
        return fields.Length == 0 ? null : ApiProblem.InvalidRequest(fields);
    }
}
