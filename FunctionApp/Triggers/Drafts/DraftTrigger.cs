using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Triggers.Http;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
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
    private const string IdPrefix = "draft";

    /// <summary>Starts a draft, or finds the one that was started with the same key; the body is an empty JSON object.</summary>
    /// <returns>202 with the management payload; 200 with the draft if it is there in time; problem details.</returns>
    [Function("DraftCaseReply")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "cases/{caseId}/draft")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string caseId,
        CancellationToken cancellationToken) => StartHandler.HandleAsync(Endpoint(caseId), request, client, time, cancellationToken);

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<DraftReplyRequest> Endpoint(string caseId) => new(DraftReply.Name, $"cases/{caseId}/draft", IdPrefix)
    {
        Parse = body => BodyFields.FindUnknown(body.EnumerateObject(), known: []) is { } unknown
            ? unknown
            : CaseIdParser.Parse(caseId).Select(id => new DraftReplyRequest { CaseId = id }),
        FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto),
        Model = model,
    };
}
