using System.ClientModel.Primitives;

namespace FuseDeskFlows.Language.Models;

/// <summary>Shows every answer's headers to the model's rate limiter: what comes out of the SDK has none.</summary>
internal sealed class RateLimitHeadersPolicy(ModelRateLimiter limiter) : PipelinePolicy
{
    /// <inheritdoc />
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        var sent = limiter.Now;
        ProcessNext(message, pipeline, currentIndex);
        Observe(message, sent);
    }

    /// <inheritdoc />
    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        var sent = limiter.Now;
        await ProcessNextAsync(message, pipeline, currentIndex);
        Observe(message, sent);
    }

    private void Observe(PipelineMessage message, DateTimeOffset sent)
    {
        if (message.Response is { IsError: false } response)
        {
            limiter.Observe(response, sent);
        }
    }
}
