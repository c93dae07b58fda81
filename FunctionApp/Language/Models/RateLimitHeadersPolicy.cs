using System.ClientModel.Primitives;

namespace FuseDeskFlows.Language.Models;

/// <summary>Shows every answer's headers to the model's rate limiter: what comes out of the SDK has none.</summary>
internal sealed class RateLimitHeadersPolicy(ModelRateLimiter limiter) : PipelinePolicy
{
    /// <inheritdoc />
    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        ProcessNext(message, pipeline, currentIndex);
        Observe(message);
    }

    /// <inheritdoc />
    public override async ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        await ProcessNextAsync(message, pipeline, currentIndex);
        Observe(message);
    }

    private void Observe(PipelineMessage message)
    {
        if (message.Response is { IsError: false } response)
        {
            limiter.Observe(response);
        }
    }
}
