using System.Text.Json.Nodes;
using FuseDeskFlows.TrutoSandbox.Faults;
using FuseDeskFlows.TrutoSandbox.Resources;

namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>Proxy calls: Truto's checks, remembered writes, FuseDesk's quota, its slowness, its faults, and at last its answer.</summary>
internal sealed class ProxyHandler(SandboxState state)
{
    private readonly SandboxOptions _options = state.Options;

    /// <summary>Answers a call.</summary>
    public async Task<ApiAnswer> AnswerAsync(SandboxRoute route, HttpContext context, LiveState live)
    {
        if (AccountError(context.Request, live) is { } refusal)
        {
            return refusal;
        }

        var (call, error) = await ProxyCallReader.ReadAsync(route, context.Request);
        if (call is null)
        {
            return error! with { Quota = live.Quota.Peek() };
        }

        if (_options.ReadOnlyAccount && call.Tool.Writes)
        {
            return TrutoErrors.Own(StatusCodes.Status405MethodNotAllowed, "Sandbox accounts are read-only.") with
            {
                Quota = live.Quota.Peek(),
            };
        }

        var key = context.Request.Headers["Idempotency-Key"].FirstOrDefault();
        if (!call.Tool.Writes || string.IsNullOrEmpty(key))
        {
            return await CallFuseDeskAsync(route, call, rememberAs: null, context, live);
        }

        var memory = $"{_options.IntegratedAccountId}\n{context.Request.Path}\n{key}";
        var gate = live.Remembered.Gate(memory);
        await gate.WaitAsync(context.RequestAborted);
        try
        {
            if (live.Remembered.Recall(memory) is not { } remembered)
            {
                return await CallFuseDeskAsync(route, call, memory, context, live);
            }

            state.Recorder.Replayed();
            return remembered with { Quota = live.Quota.Peek() };
        }
        finally
        {
            gate.Release();
        }
    }

    private ApiAnswer? AccountError(HttpRequest request, LiveState live)
    {
        var account = request.Query["integrated_account_id"].FirstOrDefault();
        if (string.IsNullOrEmpty(account))
        {
            return TrutoErrors.Own(StatusCodes.Status400BadRequest, "integrated_account_id is required");
        }

        if (!string.Equals(account, _options.IntegratedAccountId, StringComparison.Ordinal))
        {
            return TrutoErrors.Own(StatusCodes.Status404NotFound, "Integrated account not found");
        }

        if (_options.Blocked)
        {
            const string blocked = "The integrated account is blocked. Please contact support.";
            return TrutoErrors.Own(StatusCodes.Status503ServiceUnavailable, blocked) with { Quota = live.Quota.Peek() };
        }

        return live.TrutoQuota?.Take() is { Allowed: false }
            ? TrutoErrors.Own(StatusCodes.Status429TooManyRequests, "Too many requests for this integrated account") with
            {
                Headers = [("Retry-After", "10")],
                Quota = live.Quota.Peek(),
            }
            : null;
    }

    private async Task<ApiAnswer> CallFuseDeskAsync(
        SandboxRoute route, ProxyCall call, string? rememberAs, HttpContext context, LiveState live)
    {
        var reading = live.Quota.Take();
        if (!reading.Allowed)
        {
            return TrutoErrors.Remote(StatusCodes.Status429TooManyRequests, "api_error_ratelimit", "Rate limit exceeded") with
            {
                Quota = reading,
            };
        }

        // A write that has reached FuseDesk is carried out even if nobody waits for its answer any more.
        var patience = call.Tool.Writes ? CancellationToken.None : context.RequestAborted;
        await WaitAsync(_options.Latency, patience);
        var fault = live.Faults.Take(
            route.Template, $"{context.Request.Method} {context.Request.Path}", call.Tool.Resource, call.Tool.Method);
        if (fault is { DelayMs: > 0 })
        {
            await WaitAsync(TimeSpan.FromMilliseconds(fault.DelayMs), patience);
        }

        var answer = fault is { ReplacesAnswer: true, Executed: false } ? null
            : Execute(call, fault is { Forgotten: true } ? null : rememberAs, context, live);
        return (fault is null ? answer! : FaultyAnswer.Make(fault, answer)) with { Quota = reading };
    }

    private Task WaitAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        delay > TimeSpan.Zero ? Task.Delay(delay, _options.Time, cancellationToken) : Task.CompletedTask;

    private ApiAnswer Execute(ProxyCall call, string? rememberAs, HttpContext context, LiveState live)
    {
        if (_options.MissingScopes.Contains(call.Tool.Resource, StringComparer.Ordinal))
        {
            return TrutoErrors.Forbidden(call.Tool.Resource);
        }

        ApiAnswer answer;
        try
        {
            answer = Ask(call, live.FuseDesk);
        }
        catch (RefusedException refused)
        {
            return refused.Answer;
        }

        if (call.Tool.Writes)
        {
            state.Recorder.Wrote($"{context.Request.Method} {context.Request.Path}\n{call.Body?.ToJsonString()}");
            if (rememberAs is not null)
            {
                live.Remembered.Remember(rememberAs, answer);
            }
        }

        return answer;
    }

    private ApiAnswer Ask(ProxyCall call, FuseDeskService fuseDesk)
    {
        var resource = fuseDesk.Find(call.Tool.Resource)!;
        var arguments = new Arguments(call.Tool, _options.Spelling, call.Query, call.Body);
        lock (fuseDesk.Data.Gate)
        {
            return call.Tool.Method switch
            {
                "list" => List(resource, arguments, call),
                "get" => resource.Get(call.Id!),
                _ => resource.Invoke(call.Tool.Method, call.Id, arguments),
            };
        }
    }

    private static ApiAnswer List(IResource resource, Arguments arguments, ProxyCall call)
    {
        var (offset, limit) = resource.Paged ? (call.Offset, call.Limit) : (0, int.MaxValue);
        var page = resource.List(arguments, offset, limit);
        var next = offset + page.Items.Count;
        return ApiAnswer.Ok(new JsonObject
        {
            ["result"] = new JsonArray([.. page.Items]),
            ["next_cursor"] = next < page.Total ? PageCursor.Write(next) : null,
            ["prev_cursor"] = offset > 0 ? PageCursor.Write(Math.Max(0, offset - limit)) : null,
            ["result_count"] = page.Items.Count,
        });
    }
}
