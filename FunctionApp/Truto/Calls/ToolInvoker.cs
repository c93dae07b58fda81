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
internal sealed class ToolInvoker(
    TrutoHttp http,
    ToolCatalogue catalogue,
    RateLimitTracker tracker,
    InProcessRateLimiter limiter,
    IOptions<TrutoOptions> options,
    ILogger<ToolInvoker> log)
{
    /// <summary>What is known of the quota.</summary>
    public RateLimitStatus? Quota => tracker.Current;

    /// <summary>The account's tools.</summary>
    public Task<ToolSet> GetToolsAsync(CancellationToken cancellationToken) => catalogue.GetAsync(http, cancellationToken);

    /// <summary>Calls a tool, if the account has it and the quota lets it.</summary>
    public async Task<ToolOutcome<T>> InvokeAsync<T>(ToolCall<T> call, CallContext caller, CancellationToken cancellationToken)
        where T : class
    {
        using var span = ToolSpan.Start(call.Operation.Name);
        var outcome = await SendAsync(call, caller, cancellationToken);
        ToolSpan.SetOutcome(span, outcome);
        if (outcome.Error is { Kind: not ToolErrorKind.NotFound } refusal)
        {
            log.ToolRefused(call.Operation.Name, refusal.Kind, refusal.Status);
        }
        else if (outcome.RateLimit is { } limit)
        {
            log.ToolRateLimited(call.Operation.Name, limit.Owner, limit.RetryAt);
        }

        return outcome;
    }

    private async Task<ToolOutcome<T>> SendAsync<T>(ToolCall<T> call, CallContext caller, CancellationToken cancellationToken)
        where T : class
    {
        if (caller.Reservations.Count == 0 && tracker.CurrentRejection() is { } known)
        {
            return new() { RateLimit = WithLimiter(known), Quota = tracker.Current };
        }

        var tools = await catalogue.GetAsync(http, cancellationToken);
        if (tools.Find(call.Operation) is not { } tool)
        {
            return new() { Error = ToolErrorFactory.Missing(call.Operation), Quota = tracker.Current };
        }

        using var lease = await limiter.AcquireAsync(caller, cancellationToken);
        if (!lease.IsAcquired)
        {
            return new() { RateLimit = WithLimiter(lease.Rejection), Quota = tracker.Current };
        }

        try
        {
            var account = KeyValuePair.Create("integrated_account_id", options.Value.IntegratedAccountId);
            var query = call.Query(tool).Prepend(account);
            using var response = await http.SendAsync(
                tool.Name, call.Path(tool), query, call.Write?.Invoke(tool), cancellationToken, call.Operation.Name);
            lease.MarkAnswered();
            return Interpret(call, tool, response) with { Calls = response.Calls, Quota = response.Quota ?? tracker.Current };
        }
        catch (TrutoException fault)
        {
            // What it cost is told, and the run tries again later: by an exception only the failure would be known.
            return new() { Error = ToolErrorFactory.Unavailable(tool.Name, fault.Message), Calls = fault.Calls, Quota = tracker.Current };
        }
    }

    private RateLimitRejection WithLimiter(RateLimitRejection rejection) => rejection with
    {
        LimiterKey = $"{options.Value.IntegratedAccountId}:{rejection.Owner}",
        Limit = rejection.Scope == tracker.Scope ? tracker.Current?.Limit : null,
        Window = rejection.Scope == tracker.Scope ? tracker.WindowLength : null,
        Learned = rejection.Scope == tracker.Scope ? tracker.Learned : null,
    };

    /// <summary>How often something was asked, in words.</summary>
    internal static string Times(int calls) => calls == 1 ? "once" : $"{calls} times";

    private ToolOutcome<T> Interpret<T>(ToolCall<T> call, ToolDefinition tool, TrutoResponse response)
        where T : class
    {
        if (response.IsSuccess)
        {
            return response.BodyFault switch
            {
                BodyFault.None => call.Interpret(tool, response),
                BodyFault.NotJson => new()
                {
                    Error = ToolErrorFactory.Unavailable(
                        tool.Name, $"{tool.Name}: status {response.Status}, but the answer is not JSON.", response),
                },
                _ => new() { Error = ToolErrorFactory.Unreadable(tool.Name, response) },
            };
        }

        if (response.RateLimit is { } limit)
        {
            return new() { RateLimit = WithLimiter(limit) };
        }

        // A server's fault may be gone in minutes, which is for the orchestration to wait for. A 503 that does not pass is a block.
        if (response.Status is 408 || (response.Status >= 500 && (response.Status != 503 || response.IsTransientFault)))
        {
            return new()
            {
                Error = ToolErrorFactory.Unavailable(
                    tool.Name, $"{tool.Name}: status {response.Status}, tried {Times(response.Calls)}.", response),
            };
        }

        return new() { Error = ToolErrorFactory.Refused(tool.Name, response) };
    }
}
