using System.ClientModel.Primitives;
using FuseDeskFlows.Language.Settings;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Language.Models;

/// <summary>
/// What is known of the model's quota: like FuseDesk's it is not asked for more than it has, is left to interactive runs in part, and has a
/// ledger of its own.
/// </summary>
internal sealed class ModelRateLimiter
{
    private readonly string _key;
    private readonly TimeProvider _time;
    private readonly RateLimitTracker _memory;
    private readonly InProcessRateLimiter _gate;
    private readonly Lock _lock = new();
    private int? _limit;
    private TimeSpan? _longest;
    private ModelRateLimitRejection? _pace;

    /// <summary>Creates it.</summary>
    /// <param name="language">Which model.</param>
    /// <param name="quotas">The headroom.</param>
    /// <param name="time">The clock.</param>
    public ModelRateLimiter(IOptions<LanguageOptions> language, IOptions<TrutoOptions> quotas, TimeProvider time)
    {
        _key = ModelLimiterKey.Of(language.Value);
        _time = time;
        _memory = new(time, RateLimitScope.Model);
        _gate = new(_memory, quotas, time);
    }

    /// <summary>Where runs ask for turns.</summary>
    public LedgerNote Ledger
    {
        get
        {
            lock (_lock)
            {
                return _pace is null
                    ? new() { Key = _key, Limit = _limit, Window = _longest }
                    : new() { Key = _key, Limit = _pace.Limit, Window = _pace.Window };
            }
        }
    }

    /// <summary>Asks to make a call.</summary>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null if the call may be made, and <see cref="Leave"/> must follow; else the limit in its way.</returns>
    public Task<RateLimitRejection?> EnterAsync(CallContext caller, CancellationToken cancellationToken) => _gate.EnterAsync(caller, cancellationToken);

    /// <summary>Tells that a call has ended.</summary>
    /// <param name="answered">Whether a response came.</param>
    public void Leave(bool answered) => _gate.Leave(answered);

    /// <summary>Takes in what a response that is no refusal tells.</summary>
    /// <param name="response">The response.</param>
    public void Observe(PipelineResponse response)
    {
        var now = _time.GetUtcNow();
        var headers = ModelRateLimitHeaders.Read(response.Headers, now);
        if (headers.Limit is null && headers.Remaining is null)
        {
            return;
        }

        _memory.Observe(new RateLimitStatus { Limit = headers.Limit, Remaining = headers.Remaining, ResetAt = now + headers.RequestsReset });
        Learn(headers);
    }

    /// <summary>Takes in a refusal.</summary>
    /// <param name="response">The response; null if there is none to read.</param>
    /// <returns>The limit that the next call would meet; without a moment if no header tells.</returns>
    public RateLimitRejection Refuse(PipelineResponse? response)
    {
        var now = _time.GetUtcNow();
        var headers = response is null ? new() : ModelRateLimitHeaders.Read(response.Headers, now);
        var refusal = ModelRateLimitRejection.Of(headers);
        Learn(headers);
        lock (_lock)
        {
            _pace = refusal.Window is null ? null : refusal;
        }

        var limit = new RateLimitRejection { Owner = RateLimitScope.Model, RetryAt = now + refusal.Pause };
        _memory.Observe(limit, ofWindow: false);
        return _memory.UsedUp() ?? limit;
    }

    // Whether a quota comes back at once or bit by bit, it takes a whole window from nothing left to all of it: the longest told is the nearest.
    private void Learn(ModelRateLimitHeaders headers)
    {
        lock (_lock)
        {
            if (headers.Limit is { } told && told != _limit)
            {
                (_limit, _longest, _pace) = (told, null, null);
            }

            _longest = headers.RequestsReset > _longest ? headers.RequestsReset : _longest ?? headers.RequestsReset;
        }
    }
}
