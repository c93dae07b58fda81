using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Writes;
using FuseDeskFlows.Truto.Tools;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations.Calls;

/// <summary>
/// How a run calls tools: an exhausted quota is waited for durably, and what the calls cost is counted. One instance serves one run.
/// </summary>
internal sealed class FlowContext
{
    private readonly RunProgress _progress;
    private readonly TaskOrchestrationContext _context;
    private readonly RunWaits _waits;
    private readonly DurableRateLimiter _limiter;
    private readonly TransientFaultRetries _retries;
    private RunUsage _usage = new();

    /// <summary>Creates it.</summary>
    /// <param name="steps">How many steps the run has, as far as it is known.</param>
    /// <param name="background">True for a run that nobody watches: it leaves the headroom of the quota to those that somebody
    /// does.</param>
    /// <param name="parent">The run that started this one as a child; null if it was started by itself.</param>
    public FlowContext(TaskOrchestrationContext context, int steps, bool background = false, ParentRun? parent = null)
    {
        parent ??= new() { Flow = context.Name.Name };
        _progress = new(context, steps);
        _context = context;
        _waits = new(context, _progress, parent);
        _retries = new(_waits);
        _limiter = new(context, _waits, parent.Flow, background);
        ModelLimiter = new(context, _waits, parent.Flow, background);
    }

    public string RunId => _context.InstanceId;

    /// <summary>The time of the present step.</summary>
    public DateTimeOffset UtcNow => _context.UtcNow();

    /// <summary>What the run has cost so far.</summary>
    public RunUsage Usage => _usage with
    {
        RateLimitWaits = _waits.ForQuotas,
        WaitedSeconds = Math.Round(_waits.Total.TotalSeconds, 1),
        OutOfQuota = OutOfQuota,
    };

    /// <summary>When the run has waited, for quotas and for what else there was to wait for.</summary>
    public IReadOnlyList<EndedWait> Waits => _waits.Ended;

    /// <summary>What a child that begins now must know of the run.</summary>
    public ParentRun AsParent => _waits.AsParent;

    /// <summary>
    /// How many calls were rejected although the run had waited for them: next to none, or something else uses the account.
    /// </summary>
    public int RejectedDespiteReservation => _limiter.RejectedDespiteReservation;

    /// <summary>How the run's calls of the language model wait for its quota.</summary>
    public DurableRateLimiter ModelLimiter { get; }

    /// <summary>Set once a quota did not come back in the time that the run may wait: no further call is made.</summary>
    public OutOfQuota? OutOfQuota { get; private set; }

    /// <summary>What may be missing in what the tools answered.</summary>
    public AnswerGaps Gaps { get; } = new();

    /// <summary>Begins a step.</summary>
    /// <param name="phase">What the run does in it, for a person.</param>
    public void StartStep(string phase) => _progress.StartStep(phase);

    /// <summary>Adds a step that was not foreseen.</summary>
    public void AddStep() => _progress.AddStep();

    /// <summary>Ends the last step.</summary>
    public void CompleteSteps() => _progress.CompleteSteps();

    /// <summary>
    /// Tells how many calls are still to come, as far as the run knows. If it has to wait, it reserves all of them: too few means
    /// another wait, too many are calls that nobody makes.
    /// </summary>
    /// <param name="calls">The calls, those that wait included.</param>
    public void ExpectCalls(int calls) => _limiter.ExpectCalls(calls);

    /// <summary>Tells of calls that were not expected.</summary>
    /// <param name="calls">How many.</param>
    public void ExpectMoreCalls(int calls) => _limiter.ExpectMoreCalls(calls);

    /// <summary>Calls an activity that is not a tool.</summary>
    /// <exception cref="RunFailedException">It failed at every attempt.</exception>
    public Task<T> CallActivityAsync<T>(TaskName activity, object input) => _context.CallActivityWithRetryAsync<T>(activity, input);

    /// <summary>Calls an entity.</summary>
    /// <exception cref="EntityOperationFailedException">The operation failed at every attempt.</exception>
    public Task<T> CallEntityAsync<T>(EntityInstanceId id, string operation, object input) =>
        _context.CallEntityWithRetryAsync<T>(id, operation, input);

    /// <summary>Calls an entity.</summary>
    /// <exception cref="EntityOperationFailedException">The operation failed at every attempt.</exception>
    public Task CallEntityAsync(EntityInstanceId id, string operation, object input) =>
        _context.CallEntityWithRetryAsync(id, operation, input);

    /// <summary>Waits for something else than a quota.</summary>
    /// <param name="what">For what, for a person.</param>
    public Task WaitAsync(TimeSpan pause, string what) => _waits.PauseAsync(pause, what);

    /// <summary>Calls a tool; an exhausted quota is waited for.</summary>
    /// <typeparam name="T">What the tool answers.</typeparam>
    /// <param name="tool">The tool's name.</param>
    /// <param name="input">Its input.</param>
    /// <param name="activity">The activity that calls it; null if it is called as the tool is.</param>
    /// <returns>The value, or the refusal.</returns>
    /// <exception cref="RunFailedException">The call failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota does not come back in the time that the run may wait, or did not
    /// before.</exception>
    public async Task<ToolResult<T>> CallToolAsync<T>(TaskName tool, object input, TaskName? activity = null)
        where T : class
    {
        var outcome = await _retries.RetryAsync(tool, () => CallTogetherAsync(tool, caller =>
            CallActivityAsync<ToolOutcome<T>>(activity ?? tool, new ToolRequest<object> { Arguments = input, Caller = caller })));
        Gaps.AddFrom(tool, outcome);
        return new() { Value = outcome.Value, Error = outcome.Value is null ? outcome.Error ?? NoAnswer(tool) : null };
    }

    /// <summary>
    /// Makes calls that belong together, all of them again after a wait for a quota, and none of them again after a fault: for a write,
    /// which goes by what was read right before it.
    /// </summary>
    /// <typeparam name="T">What they come to.</typeparam>
    /// <param name="tool">The tool that they are for.</param>
    /// <param name="calls">Makes them; the outcome counts all requests that they sent.</param>
    /// <returns>What they came to, which is no rejection for quota.</returns>
    /// <exception cref="RunFailedException">An activity failed unexpectedly.</exception>
    /// <exception cref="OutOfQuotaException">A quota does not come back in the time that the run may wait, or did not
    /// before.</exception>
    public async Task<ToolOutcome<T>> CallTogetherAsync<T>(TaskName tool, Func<CallContext, Task<ToolOutcome<T>>> calls)
        where T : class
    {
        ThrowIfOutOfQuota();
        try
        {
            return await _limiter.CallAsync(tool, async caller =>
            {
                var tried = await calls(caller);
                _usage = _usage with { ToolCalls = _usage.ToolCalls + tried.Calls };
                return tried;
            }, outcome => outcome.RateLimit);
        }
        catch (OutOfQuotaException failure)
        {
            OutOfQuota ??= failure.Facts;
            throw;
        }
    }

    /// <summary>Tells how far the approval of a write is.</summary>
    /// <param name="waiting">Until when a person can decide; null once she has.</param>
    public void ReportApproval(ApprovalStatus approval, PendingWait? waiting) => _progress.ReportApproval(approval, waiting);

    /// <summary>Ends what cannot go on without the quota that did not come back.</summary>
    /// <exception cref="OutOfQuotaException">A quota did not come back.</exception>
    public void ThrowIfOutOfQuota()
    {
        if (OutOfQuota is { } before)
        {
            throw new OutOfQuotaException(before);
        }
    }

    /// <summary>Goes on after a child of the run: with what that has waited, and not at all if a quota made it give up.</summary>
    /// <param name="usage">What the child cost.</param>
    public void CompleteChild(RunUsage usage)
    {
        _waits.AddChildWait(TimeSpan.FromSeconds(usage.WaitedSeconds));
        OutOfQuota ??= usage.OutOfQuota;
    }

    /// <summary>Counts what a language model cost.</summary>
    /// <param name="calls">The requests sent to it.</param>
    /// <param name="tokens">The tokens that it read and wrote.</param>
    public void AddModelUsage(int calls, int tokens) =>
        _usage = _usage with { ModelCalls = _usage.ModelCalls + calls, ModelTokens = _usage.ModelTokens + tokens };

    private static ToolError NoAnswer(TaskName tool) => new()
    {
        Kind = ToolErrorKind.UnexpectedAnswer,
        Tool = tool.Name,
        Message = "The call gave neither a value nor a reason.",
    };
}
