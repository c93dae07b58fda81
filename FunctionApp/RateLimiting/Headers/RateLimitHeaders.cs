namespace FuseDeskFlows.RateLimiting.Headers;

/// <summary>
/// What a response's headers tell of a quota, by whichever names a server uses. Each may be missing or garbage; what cannot be read is
/// taken as missing.
/// </summary>
internal sealed record RateLimitHeaders
{
    // What a header says beyond this is an epoch or garbage, and waiting for it would hang a run.
    private static readonly TimeSpan MaxWait = TimeSpan.FromDays(31);

    // A 429 that says "now" is a rounded-down fraction of a second: at once would spend another call on the same rejection.
    private static readonly TimeSpan MinWait = TimeSpan.FromSeconds(1);

    // Truto's own window is ten seconds long; what asks for more is another limit on the way.
    private static readonly TimeSpan MaxTrutoWindow = TimeSpan.FromSeconds(11);

    /// <summary>Calls in one window.</summary>
    public int? Limit { get; init; }

    /// <summary>Calls left in the window.</summary>
    public int? Remaining { get; init; }

    /// <summary>How long until the window ends; of a model, until all requests are back.</summary>
    public TimeSpan? Reset { get; init; }

    /// <summary>How long until all of a model's tokens are back.</summary>
    public TimeSpan? TokensReset { get; init; }

    /// <summary>The length of a whole window.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How long to wait before the next call, whatever remains; null also if it says "now".</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Reads <c>ratelimit-*</c>, the IETF's fields in all drafts, FuseDesk's, OpenAI's and Azure's names, <c>Retry-After</c>.
    /// </summary>
    /// <param name="header">Gives a header's text by its name; null if there is none.</param>
    /// <param name="now">Our time, which counts only against a date where the response has none of its own.</param>
    public static RateLimitHeaders Parse(Func<string, string?> header, DateTimeOffset now)
    {
        var text = new RateLimitHeaderText(header, now);
        var quota = RateLimitField.Parse(header("RateLimit"), header("RateLimit-Policy"));
        return new()
        {
            Limit = Calls(text.Number("ratelimit-limit") ?? quota.Limit ?? text.Number("x-ratelimit-limit-requests")
                ?? text.Number("x-ratelimit-limit") ?? text.Number("X-FuseDesk-Usage-Limit")),
            Remaining = Calls(text.Number("ratelimit-remaining") ?? quota.Remaining ?? text.Number("x-ratelimit-remaining-requests")
                ?? text.Number("x-ratelimit-remaining") ?? text.Number("X-FuseDesk-Usage-Remaining")),
            Reset = Wait(text.Seconds("ratelimit-reset") ?? quota.Reset ?? text.Seconds("x-ratelimit-reset-requests")
                ?? text.Seconds("x-ratelimit-reset") ?? text.Seconds("X-FuseDesk-Usage-Reset")),
            TokensReset = Wait(text.Seconds("x-ratelimit-reset-tokens")),
            Window =
                Wait(quota.Window ?? RateLimitField.WindowOf(header("ratelimit-limit"))) is { } window && window > TimeSpan.Zero
                    ? window
                    : null,
            RetryAfter =
                Wait((text.Number("retry-after-ms") / 1000) ?? text.RetryAfter()) is { } wait && wait > TimeSpan.Zero ? wait : null,
        };
    }

    /// <summary>The quota by these headers; null if they tell nothing of it.</summary>
    public RateLimitStatus? ToStatus(DateTimeOffset now)
    {
        var status = new RateLimitStatus { Limit = Limit, Remaining = Remaining, ResetAt = now + Reset };
        return status == new RateLimitStatus() ? null : status;
    }

    /// <summary>
    /// Until when a 429 with these headers wants us to wait; of a model also how many requests there will be then, in what time, where that
    /// is not the limit that they tell.
    /// </summary>
    public RateLimitRejection ToRejection(RateLimitScope scope, DateTimeOffset now)
    {
        if (scope == RateLimitScope.Model)
        {
            return ToModelRejection(now);
        }

        var (wait, isPause) = scope == RateLimitScope.Truto
            ? (RetryAfter, RetryAfter is not { } asked || asked > MaxTrutoWindow) // the other headers are always about FuseDesk's quota
            : (Remaining, Reset, RetryAfter) switch
            {
                ( > 0, _, _) => (RetryAfter, true), // something else than this window is in the way
                (0, { } reset, { } after) => (after > reset ? after : reset, false),
                (0, _, _) => (Reset ?? RetryAfter, false),
                (_, _, { } after) => (after, true),
                _ => (Reset, Reset is null),
            };
        return new()
        {
            Scope = scope,
            RetryAt = wait is { } known ? now + (known < MinWait ? MinWait : known) : null,
            IsPause = isPause || wait is null,
        };
    }

    private RateLimitRejection ToModelRejection(DateTimeOffset now)
    {
        // Two quotas, and only what remains tells which is exhausted. If it is the tokens, the requests made since they were whole did it.
        var (requests, tokens) = (Later(Reset), Later(TokensReset));
        var (limit, whole) = this switch
        {
            { Limit: { } all, Remaining: > 0 and var left } => (Math.Max(1, all - left), tokens ?? requests),
            { Remaining: > 0 } => (null, tokens ?? requests),
            { Remaining: 0 } => (Limit, requests ?? tokens),
            _ => (Limit, requests > tokens ? requests : tokens ?? requests),
        };
        var wait = RetryAfter ?? whole;
        var rejection = new RateLimitRejection { Scope = RateLimitScope.Model, RetryAt = now + wait };
        if (limit is null || whole is null)
        {
            return rejection;
        }

        // Whoever may come back much earlier than all requests do is told of a quota that fills bit by bit: so much of it is there by then.
        return wait < whole / 2 ? rejection with { Limit = Math.Max(1, (int)(limit.Value * (wait.Value / whole.Value))), Window = wait }
            : Remaining > 0 ? rejection with { Limit = limit, Window = whole }
            : rejection;
    }

    // "Now" beside a rejection tells nothing: at once would spend another call on the same rejection.
    private static TimeSpan? Later(TimeSpan? reset) => reset > TimeSpan.Zero ? reset : null;

    private static TimeSpan? Wait(double? seconds) =>
        seconds is >= 0 && seconds <= MaxWait.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null;

    private static int? Calls(double? number) => number is { } value ? (int)Math.Clamp(Math.Floor(value), 0, int.MaxValue) : null;
}
