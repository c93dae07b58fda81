using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Writes.Targets;
using FuseDeskFlows.Orchestrations.Writes.Words;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Truto.Tools;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>
/// Sends an approved write. Where its answer was lost it is read back before anything is sent again; what cannot be known is left to a
/// person.
/// </summary>
/// <param name="agentRun">The run that had proposed it; null where a person did.</param>
/// <param name="readBackDelay">How long after a lost answer the write is looked for first.</param>
internal sealed class WriteSender(FlowContext flow, string? agentRun, TimeSpan readBackDelay)
{
    private const int MaxAttempts = 3;

    // A write that is slow to arrive may still be on its way when it is looked for first.
    private readonly TimeSpan[] _pauses = [readBackDelay, readBackDelay * 5];
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    private readonly WriteAttempts _attempts = new(flow, agentRun);
    private readonly WriteTargetLookup _lookup = new(flow);
    private string? _lost;

    /// <summary>
    /// What is to be told in any case where an attempt was sent, its answer was lost, and it was not found since, however the write went
    /// on; null if there is no such attempt.
    /// </summary>
    public ReportProblem? Doubt(WritePlan plan) => _lost is null ? null : WriteProblems.Unknown(plan, _lost, isMissing: true);

    /// <summary>Sends it.</summary>
    /// <param name="basis">The target as it was proposed on; null where it is new, or cannot be read.</param>
    /// <returns>What came of it, or how the target has changed meanwhile.</returns>
    public async Task<SendResult> SendAsync(WritePlan plan, WriteTarget? basis)
    {
        var began = flow.UtcNow;
        var isRepeated = false;
        for (var attempt = 1; ; attempt++)
        {
            ToolOutcome<WriteAttemptResult> outcome;
            try
            {
                outcome = await _attempts.MakeAsync(plan, basis, isRepeated);
            }
            catch (OutOfQuotaException failure)
            {
                return Refused(ReportProblem.ForOutOfQuota(failure.Facts));
            }

            if (outcome.Value is not { } step)
            {
                if (outcome.Error is { Kind: ToolErrorKind.Unavailable } && attempt < MaxAttempts)
                {
                    await flow.WaitAsync(RetryPause, $"a fault on the way to FuseDesk to pass, before {plan.Tool} is sent");
                    continue;
                }

                return Refused(
                    new() { Type = ProblemTypes.Refused(outcome.Error!.Kind), Detail = $"{plan.Tool}: {outcome.Error.Message}" });
            }

            switch (step)
            {
                case { IsStopped: true }:
                    return new() { Outcome = WriteOutcome.Stopped, Attempts = _attempts.Sent };
                case { Refusal: { } refusal }:
                    return Refused(refusal);
                case { Changed: { } now }:
                    return new() { Changed = now, Attempts = _attempts.Sent };
                case { Found: { } now }:
                    return _attempts.Sent > 0 ? Written(plan, basis, now, id: null)
                        : new() { Outcome = WriteOutcome.AlreadySo, After = now };
                case { Answer: { IsDone: true } answer }:
                    return await VerifyAsync(plan, basis, answer.Id);
            }

            _lost = step.Answer?.Doubt ?? "";
            var found = await ReadBackAsync(plan, basis, began);
            if (found.Result is { } result)
            {
                return result;
            }

            if (found.Effect != WriteEffect.NotDone || attempt == MaxAttempts)
            {
                var unknown = WriteProblems.Unknown(plan, _lost, found.Effect == WriteEffect.NotDone);
                return new() { Outcome = WriteOutcome.Unknown, Attempts = _attempts.Sent, Problems = [unknown] };
            }

            isRepeated = true;
        }
    }

    private async Task<SendResult> VerifyAsync(WritePlan plan, WriteTarget? basis, string? answeredId)
    {
        var id = plan.Id ?? answeredId;
        var result = new SendResult
        {
            Outcome = WriteOutcome.Written,
            CreatedId = plan.Id is null ? id : null,
            Attempts = _attempts.Sent,
            WrittenAt = flow.UtcNow,
        };
        if (id is null || !(plan.CanRead || plan.Kind == WriteKind.CaseCreate))
        {
            var target = SafeText.Capitalise(plan.Target);
            var notRead = WriteProblems.NotVerified($"{target} cannot be read, so only the answer says that it was written.");
            return result with { Problems = [notRead] };
        }

        var read = await _lookup.ReadAsync(plan, id);
        if (read.Value is { } first && WriteVerifier.Misses(plan, first).Count > 0)
        {
            // What was just written may not be read everywhere at once.
            await flow.WaitAsync(readBackDelay, "what was written to be seen");
            read = await _lookup.ReadAsync(plan, id);
        }

        return read.Value is { } after
            ? Written(plan, basis, after, result.CreatedId)
            : result with { Problems = [WriteProblems.NotVerified($"What was written could not be read back: {read.Error!.Message}")] };
    }

    private SendResult Written(WritePlan plan, WriteTarget? basis, WriteTarget after, string? id)
    {
        _lost = null;
        var misses = WriteVerifier.Misses(plan, after);
        var isTextMissing = plan.Token is not null && !after.HasText;
        return new()
        {
            Outcome = misses.Count > 0 ? WriteOutcome.WrittenDifferently : WriteOutcome.Written,
            After = after,
            Misses = misses,
            CreatedId = id,
            Attempts = _attempts.Sent,
            WrittenAt = flow.UtcNow,
            Problems =
            [
                .. isTextMissing
                    ? new[]
                    {
                        WriteProblems.NotVerified(
                            "The answer says that the text was written, but it is not in what could be read of the history."),
                    }
                    : [],
                .. _attempts.IsSpread && basis is not null && WriteVerifier.OtherChanges(plan, basis, after) is { Count: > 0 } changes
                    ? new[] { WriteProblems.ChangedAfterLastLook(plan, changes) }
                    : [],
            ],
        };
    }

    private async Task<(SendResult? Result, WriteEffect Effect)> ReadBackAsync(WritePlan plan, WriteTarget? basis, DateTimeOffset began)
    {
        var effect = WriteEffect.Unclear;
        foreach (var pause in _pauses)
        {
            await flow.WaitAsync(pause, $"what became of {plan.Tool}, whose answer was lost");
            var found = plan.Id is null ? await _lookup.FindCreatedAsync(plan, began) : await _lookup.FindAsync(plan, basis);
            if (found.Target is { } target)
            {
                return (Written(plan, basis, target, plan.Id is null ? target.Id : null), found.Effect);
            }

            effect = found.Effect;
        }

        return (null, effect);
    }

    private SendResult Refused(ReportProblem problem) =>
        new() { Outcome = WriteOutcome.Refused, Attempts = _attempts.Sent, Problems = [problem] };
}
