using System.ClientModel.Primitives;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.RateLimiting;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// What is known of the model's quota: like FuseDesk's it is not asked for more than it has, is left to interactive runs in part, and has a
/// shared limiter of its own.
/// </summary>
internal sealed class ModelRateLimiter
{
    private readonly string _limiterKey;
    private readonly TimeProvider _time;
    private readonly RateLimitTracker _tracker;
    private readonly InProcessRateLimiter _limiter;
    private readonly Lock _lock = new();
    private int? _limit;
    private TimeSpan? _longestReset;
    private ModelRateLimitRejection? _refillRate;

    public ModelRateLimiter(IOptions<LanguageOptions> language, IOptions<RateLimitOptions> options, TimeProvider time)
    {
        _limiterKey = ModelLimiterKey.For(language.Value);
        _time = time;
        _tracker = new(time, RateLimitScope.Model);
        _limiter = new(_tracker, options, time);
    }

    /// <summary>Asks to make a call; once admitted, <see cref="Release"/> must follow.</summary>
    public async Task<Admission> AcquireAsync(CallContext caller, CancellationToken cancellationToken) =>
        await _limiter.AcquireAsync(caller, cancellationToken) is { Rejection: { } rejection }
            ? new(WithLimiter(rejection))
            : new();

    /// <summary>Ends an admitted call; <paramref name="answered"/> if a response came.</summary>
    public void Release(bool answered) => _limiter.Release(answered);

    /// <summary>Takes in what a response that is no 429 tells.</summary>
    public void Observe(PipelineResponse response)
    {
        var now = _time.GetUtcNow();
        var headers = ModelRateLimitHeaders.Parse(response.Headers, now);
        if (headers.Limit is null && headers.Remaining is null)
        {
            return;
        }

        _tracker.Observe(
            new RateLimitStatus { Limit = headers.Limit, Remaining = headers.Remaining, ResetAt = now + headers.RequestsReset });
        AdoptLimits(headers);
    }

    /// <summary>Takes in a 429, of which there may be nothing to read, and tells what the next call would meet.</summary>
    public RateLimitRejection Reject(PipelineResponse? response)
    {
        var now = _time.GetUtcNow();
        var headers = response is null ? new() : ModelRateLimitHeaders.Parse(response.Headers, now);
        var told = ModelRateLimitRejection.FromHeaders(headers);
        AdoptLimits(headers);
        lock (_lock)
        {
            _refillRate = told.Window is null ? null : told;
        }

        var rejection = new RateLimitRejection { Scope = RateLimitScope.Model, RetryAt = now + told.RetryAfter };
        _tracker.Observe(rejection, endsWithWindow: false);
        return WithLimiter(_tracker.CurrentRejection() ?? rejection);
    }

    private RateLimitRejection WithLimiter(RateLimitRejection rejection)
    {
        lock (_lock)
        {
            return rejection with
            {
                LimiterKey = _limiterKey,
                Limit = _refillRate is null ? _limit : _refillRate.Limit,
                Window = _refillRate is null ? _longestReset : _refillRate.Window,
            };
        }
    }

    // Whether a quota comes back at once or bit by bit, from nothing left to all of it takes a whole window: the longest that was told is
    // the nearest to it.
    private void AdoptLimits(ModelRateLimitHeaders headers)
    {
        lock (_lock)
        {
            if (headers.Limit is { } told && told != _limit)
            {
                (_limit, _longestReset, _refillRate) = (told, null, null);
            }

            _longestReset = headers.RequestsReset > _longestReset ? headers.RequestsReset : _longestReset ?? headers.RequestsReset;
        }
    }
}
