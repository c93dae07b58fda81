using FuseDeskFlows.Language.Models;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Digest;

/// <summary>Starts digests of cases.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="model">The language model; if it is configured wrongly, nothing is started.</param>
/// <param name="time">The clock by which callers wait, and from which the days of a request are checked.</param>
public sealed class DigestTrigger(IOptions<TrutoOptions> truto, ModelReadiness model, TimeProvider time)
{
    private const string Route = "cases/digest";

    /// <summary>Starts a digest, or finds the one that was started with the same key.</summary>
    /// <returns>202 with the management payload; 200 with the digest if it is there in time; problem details.</returns>
    [Function("DigestCases")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => StartHandler.HandleAsync(Endpoint, request, client, time, cancellationToken);

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<DigestRequest> Endpoint => new(CaseDigest.Name, Route, "digest")
    {
        Parse = body => DigestBody.Parse(body, time.GetUtcNow()),
        FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto),
        Model = model,
    };
}
