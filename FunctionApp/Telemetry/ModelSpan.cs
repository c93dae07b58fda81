using System.Diagnostics;
using FuseDeskFlows.Language.Models;

namespace FuseDeskFlows.Telemetry;

/// <summary>The span of a request to a language model, by OpenTelemetry's names; neither the request nor the answer is told.</summary>
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
    /// <param name="reply">The reply.</param>
    public static void Tell(Activity? span, ModelReply reply)
    {
        span?.SetTag("gen_ai.usage.input_tokens", reply.TokensRead);
        span?.SetTag("gen_ai.usage.output_tokens", reply.TokensWritten);
        if (reply.RateLimit is not null || reply.Fault is not null)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            span?.SetTag("error.type", reply.RateLimit is not null ? "rate_limited" : reply.Fault!.Type);
        }
    }
}
