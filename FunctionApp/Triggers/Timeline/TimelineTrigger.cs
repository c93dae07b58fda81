using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Triggers.Starting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Triggers.Timeline;

/// <summary>Starts timelines of contacts.</summary>
/// <param name="truto">The connection to FuseDesk; without it nothing is started.</param>
/// <param name="time">The clock by which callers wait.</param>
public sealed class TimelineTrigger(IOptions<TrutoOptions> truto, TimeProvider time)
{
    private const string Route = "contacts/timeline";

    /// <summary>Starts a timeline, or finds the one that was started with the same key.</summary>
    /// <returns>202 with the management payload; 200 with the timeline if it is there in time; problem details.</returns>
    [Function("ReadTimeline")]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = Route)] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken) => StartHandler.HandleAsync(Endpoint, request, client, time, cancellationToken);

    /// <summary>What is particular to this POST.</summary>
    internal StartEndpoint<TimelineRequest> Endpoint => new(ContactTimeline.Name, Route, "timeline")
    {
        Parse = TimelineBody.Parse,
        FindConfigurationProblem = () => ConfigurationCheck.FindProblem(truto),
    };
}
