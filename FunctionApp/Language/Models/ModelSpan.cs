using System.Diagnostics;
using FuseDeskFlows.Telemetry;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// Tells of a request to a language model: a span by OpenTelemetry's names, metrics, a line if it failed. Neither the request nor the
/// answer is told.
/// </summary>
internal static class ModelSpan
{
    /// <summary>The span; null if nobody listens.</summary>
    public static Activity? Start(string deployment) => AppTelemetry.Spans
        .StartActivity($"chat {deployment}", ActivityKind.Client)
        ?.SetTag("gen_ai.operation.name", "chat")
        .SetTag("gen_ai.request.model", deployment);

    public static void SetOutcome(Activity? span, string deployment, ModelReply reply, ILogger log)
    {
        span?.SetTag("gen_ai.usage.input_tokens", reply.TokensRead).SetTag("gen_ai.usage.output_tokens", reply.TokensWritten);
        ModelMetrics.CountTokens(deployment, reply.TokensRead, reply.TokensWritten);
        if (reply.RateLimit is { } limit)
        {
            log.ModelRateLimited(deployment, limit.RetryAt);
            Fail("rate_limited", "rate_limited");
        }
        else if (reply.Fault is { } fault)
        {
            log.ModelFailed(deployment, fault.Type);
            Fail("failed", fault.Type);
        }
        else
        {
            ModelMetrics.CountCall(deployment, "success");
        }

        void Fail(string outcome, string type)
        {
            ModelMetrics.CountCall(deployment, outcome);
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", type);
        }
    }
}
