using System.Diagnostics;
using FuseDeskFlows.Telemetry;
using FuseDeskFlows.Truto.Telemetry;
using Microsoft.Extensions.Logging;

namespace FuseDeskFlows.Language.Models;

/// <summary>Tells of a request to a language model: a span by OpenTelemetry's names, metrics, a line if it failed. Neither the request nor the answer is told.</summary>
internal static class ModelSpan
{
    /// <summary>Begins.</summary>
    /// <param name="deployment">The model, as the settings name it.</param>
    /// <returns>The span; null if nobody listens.</returns>
    public static Activity? Begin(string deployment) => AppTelemetry.Spans
        .StartActivity($"chat {deployment}", ActivityKind.Client)
        ?.SetTag("gen_ai.operation.name", "chat")
        .SetTag("gen_ai.request.model", deployment);

    /// <summary>Tells what became of it.</summary>
    /// <param name="span">The span.</param>
    /// <param name="deployment">The model.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="log">Takes what went wrong.</param>
    public static void End(Activity? span, string deployment, ModelReply reply, ILogger log)
    {
        span?.SetTag("gen_ai.usage.input_tokens", reply.TokensRead).SetTag("gen_ai.usage.output_tokens", reply.TokensWritten);
        ModelMetrics.Spent(deployment, reply.TokensRead, reply.TokensWritten);
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
            ModelMetrics.Called(deployment, "success");
        }

        void Fail(string outcome, string type)
        {
            ModelMetrics.Called(deployment, outcome);
            span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", type);
        }
    }
}
