using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Digest;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Digest;

/// <summary>
/// Digests all cases of a status or of some days: lists them, reads each one's whole history, a line for each. Sub-orchestrations list and
/// read in batches, so that no history holds more than a batch of cases and this run's holds only lines.
/// </summary>
public static class CaseDigest
{
    /// <summary>The flow's name, as it is stored, and as lists of runs tell it.</summary>
    public const string Name = "CaseDigest";

    /// <summary>Runs the flow.</summary>
    /// <param name="context">The run; its input is a <see cref="DigestRequest"/>.</param>
    /// <exception cref="RunFailedException">The input is wrong, or listing failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota did not come back in time; what was read is kept.</exception>
    [Function(Name)]
    public static Task<DigestReport> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context) =>
        RunTelemetry.TrackAsync(context, () =>
        {
            var request = context.ReadInput<DigestRequest>() ?? new();
            return DigestQueryParser.Parse(request, context.UtcNow()) switch
            {
                { IsValid: true } valid => new DigestRun(context, valid.Query, request.Parent).RunAsync(),
                var invalid => throw new RunFailedException(invalid.Fault!),
            };
        });
}
