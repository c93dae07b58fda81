using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Catalogue;
using FuseDeskFlows.Truto.Http;
using FuseDeskFlows.Truto.Settings;
using FuseDeskFlows.Truto.Telemetry;
using FuseDeskFlows.Truto.Tools;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Truto.Calls;

/// <summary>Makes a tool call: it keeps within the quota, tells apart what may come of a call, and tells the telemetry of it.</summary>
/// <param name="http">Sends requests.</param>
/// <param name="catalogue">The account's tools.</param>
/// <param name="tracker">What responses told of the quota.</param>
/// <param name="limiter">Lets no more calls out than the quota has.</param>
/// <param name="options">The settings.</param>
/// <param name="log">Takes refusals.</param>
internal sealed class ToolInvoker(
    TrutoHttp http, ToolCatalogue catalogue, RateLimitTracker tracker, InProcessRateLimiter limiter, IOptions<TrutoOptions> options, ILogger<ToolInvoker> log)
{
    /// <summary>What is known of the quota.</summary>
    public RateLimitStatus? Quota => tracker.Current;

    /// <summary>Calls a tool, if the account has it and the quota lets it.</summary>
    /// <typeparam name="T">What the tool gives.</typeparam>
    /// <param name="route">The tool.</param>
    /// <param name="ask">Gives the path and the query, by the account's own spelling of the tool.</param>
    /// <param name="read">Reads a successful answer.</param>
    /// <param name="caller">On whose behalf.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The value, the limit or the refusal.</returns>
    /// <exception cref="TrutoException">The unexpected.</exception>
    public async Task<ToolOutcome<T>> CallAsync<T>(
        ToolRoute route,
        Func<ToolDefinition, (string Path, IEnumerable<KeyValuePair<string, string>> Query)> ask,
        Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> read,
        CallContext caller,
        CancellationToken cancellationToken)
        where T : class
    {
        using var span = ToolSpan.Begin(route.Name);
        var outcome = await TryCallAsync(route, ask, read, caller, cancellationToken);
        ToolSpan.Tell(span, outcome);
        if (outcome.Error is { Kind: not ToolErrorKind.NotFound } refusal)
        {
            log.ToolRefused(route.Name, refusal.Kind, refusal.Status);
        }
        else if (outcome.RateLimit is { } limit)
        {
            log.ToolRateLimited(route.Name, limit.Scope.ToTag(), limit.RetryAt);
        }

        return outcome;
    }

    private async Task<ToolOutcome<T>> TryCallAsync<T>(
        ToolRoute route,
        Func<ToolDefinition, (string Path, IEnumerable<KeyValuePair<string, string>> Query)> ask,
        Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> read,
        CallContext caller,
        CancellationToken cancellationToken)
        where T : class
    {
        if (caller.Leases.Count == 0 && tracker.CurrentRejection() is { } known)
        {
            return new() { RateLimit = WithLimiter(known), Quota = tracker.Current };
        }

        var tools = await catalogue.GetAsync(http, cancellationToken);
        if (tools.Find(route) is not { } tool)
        {
            return new() { Error = ToolErrorFactory.Missing(route), Quota = tracker.Current };
        }

        var admission = await limiter.AcquireAsync(caller, cancellationToken);
        if (!admission.IsAdmitted)
        {
            return new() { RateLimit = WithLimiter(admission.Rejection), Quota = tracker.Current };
        }

        var answered = false;
        try
        {
            var (path, query) = ask(tool);
            var account = KeyValuePair.Create("integrated_account_id", options.Value.IntegratedAccountId);
            using var response = await http.GetAsync(tool.Name, path, query.Prepend(account), cancellationToken, route.Name);
            answered = true;
            return Judge(tool, response, read) with { Calls = response.Calls, Quota = response.Quota ?? tracker.Current };
        }
        finally
        {
            limiter.Release(answered);
        }
    }

    private RateLimitRejection WithLimiter(RateLimitRejection rejection) => rejection with
    {
        LimiterKey = $"{options.Value.IntegratedAccountId}:{rejection.Scope.ToTag()}",
        Limit = rejection.Scope == tracker.Scope ? tracker.Current?.Limit : null,
        Window = rejection.Scope == tracker.Scope ? tracker.WindowLength : null,
    };

    private ToolOutcome<T> Judge<T>(ToolDefinition tool, TrutoResponse response, Func<ToolDefinition, TrutoResponse, ToolOutcome<T>> read)
        where T : class
    {
        if (response.IsSuccess)
        {
            return read(tool, response);
        }

        if (response.RateLimit is { } limit)
        {
            return new() { RateLimit = WithLimiter(limit) };
        }

        // A server's fault may be gone in minutes, which is for the orchestration's retry policy. A 503 that does not pass is a block.
        if (response.Status is 408 || (response.Status >= 500 && (response.Status != 503 || response.IsPassingFault)))
        {
            throw new TrutoException($"{tool.Name}: status {response.Status}, tried {response.Calls} times.");
        }

        return new() { Error = ToolErrorFactory.Refused(tool.Name, response) };
    }
}
