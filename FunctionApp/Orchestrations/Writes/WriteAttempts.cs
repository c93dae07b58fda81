using System.Security.Cryptography;
using System.Text;
using FuseDeskFlows.Activities.Runs;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Writes.Targets;
using FuseDeskFlows.Orchestrations.Writes.Words;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>
/// Attempts at a write: whether the run goes on, whether the rep is active, whether the target is as it was, and only then the write
/// itself. A wait for a quota begins all of it anew; but where a window has fewer calls than that takes, each window takes it a step on.
/// </summary>
/// <param name="agentRun">The run that had proposed it; null where a person did.</param>
internal sealed class WriteAttempts(FlowContext flow, string? agentRun)
{
    // The rep, the target, and the write.
    private const int Calls = 3;

    // So often a write is begun anew although nobody knows how many calls a window has.
    private const int MaxVain = 3;

    private int _marks;

    /// <summary>How often the write was sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Whether a write was sent by what was read before a wait, since no window has enough calls for all of it.</summary>
    public bool IsSpread { get; private set; }

    /// <summary>Makes an attempt.</summary>
    /// <param name="basis">The target as it was proposed on; null where it is new, or cannot be read.</param>
    /// <param name="isRepeated">Whether an earlier attempt may have been carried out although it was not found.</param>
    public Task<ToolOutcome<WriteAttemptResult>> MakeAsync(WritePlan plan, WriteTarget? basis, bool isRepeated)
    {
        flow.ExpectCalls(Calls);
        var (vain, rep, target) = (0, (ToolOutcome<WriteAttemptResult>?)null, (ToolOutcome<WriteAttemptResult>?)null);
        return flow.CallTogetherAsync<WriteAttemptResult>(plan.Tool, async caller =>
        {
            var outcome = await AttemptAsync(caller);
            if (outcome.RateLimit is { } rejection)
            {
                IsSpread |= rejection.Limit < CallsOf(plan) || ++vain >= MaxVain;
                (rep, target) = IsSpread ? (rep, target) : (null, null);
            }

            return outcome;
        });

        async Task<ToolOutcome<WriteAttemptResult>> AttemptAsync(CallContext caller)
        {
            if (agentRun is not null && !await flow.CallActivityAsync<bool>(IsRunActiveActivity.Name, agentRun))
            {
                return new() { Value = new() { IsStopped = true } };
            }

            rep = Kept(rep) ?? (plan.RepId is { } id ? await CheckRepAsync(id, caller) : new() { Value = new() });
            if (rep.Value is not { Refusal: null })
            {
                return rep;
            }

            target = Kept(target) ?? (plan.CanRead ? await CheckTargetAsync(plan, basis, isRepeated, caller) : new() { Value = new() });
            if (target.Value is not { Changed: null, Found: null })
            {
                return target with { Calls = rep.Calls + target.Calls };
            }

            var sent = await SendAsync(plan, isRepeated, caller);
            return sent with { Calls = rep.Calls + target.Calls + sent.Calls };
        }
    }

    private static int CallsOf(WritePlan plan) => (plan.RepId is null ? 0 : 1) + (plan.CanRead ? 1 : 0) + 1;

    // What an earlier window has read is not counted again.
    private static ToolOutcome<WriteAttemptResult>? Kept(ToolOutcome<WriteAttemptResult>? check) =>
        check is { Value: not null } ? check with { Calls = 0 } : null;

    // The list of reps may be a quarter of an hour old; nobody is given work on that.
    private async Task<ToolOutcome<WriteAttemptResult>> CheckRepAsync(RepId id, CallContext caller)
    {
        var asked =
            await flow.CallActivityAsync<ToolOutcome<Rep>>(ToolNames.GetRep, new ToolRequest<object> { Arguments = id, Caller = caller });
        var refusal = asked switch
        {
            { Value: { Active: true } } => null,
            { Value: { Name: var name } } => WriteProblems.InactiveRep($"{name ?? "The rep"} (rep {id}) is disabled."),
            { Error: { Kind: ToolErrorKind.NotFound } } => WriteProblems.InactiveRep($"There is no rep {id}."),
            { Error: { Kind: not ToolErrorKind.Unavailable } error } =>
                WriteProblems.InactiveRep($"Whether rep {id} is active could not be read: {error.Message}"),
            _ => null,
        };
        return refusal is not null || asked.Value is not null
            ? new() { Value = new() { Refusal = refusal }, Calls = asked.Calls }
            : new() { RateLimit = asked.RateLimit, Error = asked.Error, Calls = asked.Calls };
    }

    private async Task<ToolOutcome<WriteAttemptResult>> CheckTargetAsync(
        WritePlan plan, WriteTarget? basis, bool isRepeated, CallContext caller)
    {
        var read = await flow.CallActivityAsync<ToolOutcome<WriteTarget>>(
            ReadWriteTargetActivity.Name, new ToolRequest<object> { Arguments = InputOf(plan, plan.Id!), Caller = caller });
        if (read.Value is not { } now)
        {
            return new() { RateLimit = read.RateLimit, Error = read.Error, Calls = read.Calls };
        }

        // What was not found at first may have been carried out since, be it while a person was asked again: a signed text is this run's.
        var isThere = isRepeated && basis is not null
            ? WriteVerifier.Judge(plan, basis, now) is WriteEffect.Done or WriteEffect.Otherwise
            : WriteVerifier.IsAlreadySo(plan, now) || now.HasText;
        var isChanged = !isThere && basis is not null && TargetComparison.Differences(plan, basis, now).Count > 0;
        return new() { Value = new() { Found = isThere ? now : null, Changed = isChanged ? now : null }, Calls = read.Calls };
    }

    private async Task<ToolOutcome<WriteAttemptResult>> SendAsync(WritePlan plan, bool isRepeated, CallContext caller)
    {
        var input = new SendWriteInput
        {
            Mark = $"{flow.RunId}-sent-{++_marks}",
            Caller = caller,
            Write = new()
            {
                Tool = plan.Tool,
                Resource = plan.Resource,
                Method = plan.Method,
                Id = plan.Id,
                Arguments = plan.Arguments,
                IdempotencyKey = KeyOf(plan),
                IsRepeated = isRepeated,
            },
        };
        var sent = await CallAsync(input);
        Sent += sent.RateLimit is null && sent.Calls > 0 ? 1 : 0;
        return new()
        {
            Value = sent.Value is { } answer ? new() { Answer = answer } : null,
            RateLimit = sent.RateLimit,
            Error = sent.Error,
            Calls = sent.Calls,
        };
    }

    // An activity that fails has sent it, or not.
    private async Task<ToolOutcome<WriteAnswer>> CallAsync(SendWriteInput input)
    {
        try
        {
            return await flow.CallActivityAsync<ToolOutcome<WriteAnswer>>(SendWriteActivity.Name, input);
        }
        catch (RunFailedException)
        {
            return new() { Value = new() { Doubt = "the process failed while the write was being sent" } };
        }
    }

    public static ReadTargetInput InputOf(WritePlan plan, string id) => new() { Resource = plan.Resource, Id = id, Token = plan.Token };

    // The same for the same write of this run, however often it is sent; another one for other arguments.
    private string KeyOf(WritePlan plan) =>
        $"{flow.RunId}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{plan.Tool}\n{plan.Arguments}")))[..16]}";
}
