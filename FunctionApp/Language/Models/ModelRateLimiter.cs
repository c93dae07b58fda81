using System.ClientModel.Primitives;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.RateLimiting.Headers;
using FuseDeskFlows.RateLimiting.Settings;
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
    private RateLimitRejection? _refillRate;

    public ModelRateLimiter(IOptions<LanguageOptions> language, IOptions<RateLimitOptions> options, TimeProvider time)
    {
        _limiterKey = LimiterKeyOf(language.Value);
        _time = time;
        _tracker = new(time, RateLimitScope.Model);
        _limiter = new(_tracker, options, time);
    }

    /// <summary>The time by which calls are sent.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>
    /// The key of the shared limiter: who shares the model's address and name shares its quota. Of host and name everything is replaced
    /// that an entity's key may not have on every store; the API key is never in it.
    /// </summary>
    internal static string LimiterKeyOf(LanguageOptions options)
    {
        var (address, name) = options.UsesAzure
            ? (options.AzureOpenAI.Endpoint, options.AzureOpenAI.Deployment)
            : (options.OpenAI.BaseUrl, options.OpenAI.Model);
        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Authority : "";
        return $"{Plain(host)}:{Plain(name)}:model";
    }

    /// <summary>Asks to make a call, which is under way until the lease is disposed.</summary>
    public async Task<RateLimitLease> AcquireAsync(CallContext caller, CancellationToken cancellationToken)
    {
        var lease = await _limiter.AcquireAsync(caller, cancellationToken);
        return lease.IsAcquired ? lease : new(WithLimiter(lease.Rejection));
    }

    /// <summary>Takes in what a response that is no 429 tells.</summary>
    public void Observe(PipelineResponse response, DateTimeOffset sent)
    {
        _tracker.Accept(sent);
        var now = Now;
        var headers = Parse(response, now);
        if (headers.ToStatus(now) is { } quota && (quota.Limit ?? quota.Remaining) is not null)
        {
            _tracker.Observe(quota, now, sent);
            AdoptLimits(headers);
        }
    }

    /// <summary>Takes in a 429, of which there may be nothing to read, and tells what the next call would meet.</summary>
    public RateLimitRejection Reject(PipelineResponse? response, DateTimeOffset sent)
    {
        var now = Now;
        var headers = response is null ? new() : Parse(response, now);
        var told = headers.ToRejection(RateLimitScope.Model, now);
        AdoptLimits(headers);
        lock (_lock)
        {
            _refillRate = told.Window is null ? null : told;
        }

        var rejection = _tracker.Refuse(told, sent, endsWithWindow: false);
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
                Window = _refillRate is null ? _longestReset ?? _tracker.WindowLength : _refillRate.Window,
                Learned = _tracker.Learned,
            };
        }
    }

    private static string Plain(string text) => string.Concat(
        text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-'));

    private static RateLimitHeaders Parse(PipelineResponse response, DateTimeOffset now) =>
        RateLimitHeaders.Parse(name => response.Headers.TryGetValue(name, out var text) ? text : null, now);

    // Whether a quota comes back at once or bit by bit, from nothing left to all of it takes a whole window: the longest that was told is
    // the nearest to it.
    private void AdoptLimits(RateLimitHeaders headers)
    {
        lock (_lock)
        {
            if (headers.Limit is { } told && told != _limit)
            {
                (_limit, _longestReset, _refillRate) = (told, null, null);
            }

            _longestReset = headers.Reset > _longestReset ? headers.Reset : _longestReset ?? headers.Reset;
        }
    }
}
