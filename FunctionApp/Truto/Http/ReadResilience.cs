using System.Security.Cryptography;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Timeout;

namespace FuseDeskFlows.Truto.Http;

/// <summary>
/// What passes in seconds is handled here, inside the activity: lost connections, timeouts, gateway errors; for reads only. Never a
/// 429: that wait may take an hour and belongs to a durable timer. Never a write: its outcome would be unknown.
/// </summary>
internal static class ReadResilience
{
    /// <summary>How often a read is tried again after its first failure.</summary>
    public const int Retries = 2;

    /// <summary>Builds the pipeline: retries around a circuit breaker around a timeout of each attempt.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, ResilienceHandlerContext context)
    {
        var services = context.ServiceProvider;
        builder.TimeProvider = services.GetRequiredService<TimeProvider>();
        builder
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = Retries,
                DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Pause(arguments.AttemptNumber)),
                ShouldRetryAfterHeader = false, // it may ask for an hour, and an activity must not sleep
                ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome, arguments.Context)),
            })
            .AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.9,
                MinimumThroughput = 10,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(15),
                ShouldHandle = arguments => ValueTask.FromResult(IsPassing(arguments.Outcome, arguments.Context)),
            })
            .AddTimeout(new HttpTimeoutStrategyOptions
            {
                Timeout = services.GetRequiredService<IOptions<TrutoOptions>>().Value.RequestTimeout,
            });
    }

    // Not more than a call a second in vain, and not all callers in the same moment.
    private static TimeSpan Pause(int attempt) => TimeSpan.FromSeconds(attempt + 1 + (RandomNumberGenerator.GetInt32(500) / 1000.0));

    private static bool IsPassing(Outcome<HttpResponseMessage> outcome, ResilienceContext context)
    {
        if (context.GetRequestMessage()?.Method != HttpMethod.Get)
        {
            return false;
        }

        var asked = context.GetRequestMessage()!.Options.TryGetValue(AttemptRecord.Key, out var attempts) ? attempts.RetryAfter : null;
        return outcome.Exception switch
        {
            HttpRequestException or TimeoutRejectedException => true,

            // Who says how long he wants to be left alone is left alone: that wait belongs to a durable timer.
            null => outcome.Result is { } response && TrutoEnvelope.IsTransientFault(response) && asked is null,
            _ => false,
        };
    }
}
