using FuseDeskFlows.Reports;
using FuseDeskFlows.Truto;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>How a run calls tools: a used-up quota is waited for durably, and what the calls cost is counted. One instance serves one run.</summary>
internal sealed class ToolCalls
{
    private readonly RunProgress _progress;
    private readonly ActivityCalls _activities;
    private readonly QuotaTurns _turns;
    private readonly QuotaWaits _waits;
    private RunUsage _usage = new();
    private int _foreseen;
    private int _underWay;

    /// <summary>Creates it.</summary>
    /// <param name="context">The run.</param>
    /// <param name="steps">How many steps the run has, as far as it is known.</param>
    /// <param name="batch">True for a run that nobody watches: it leaves the headroom of the quota to those that somebody does.</param>
    public ToolCalls(TaskOrchestrationContext context, int steps, bool batch = false)
    {
        _progress = new(context, steps);
        _activities = new(context);
        _turns = new(context.Name.Name, batch);
        _waits = new(context, _progress, batch);
    }

    /// <summary>What the run has cost so far.</summary>
    public RunUsage Usage => _usage with { RateLimitWaits = _waits.Times, WaitedSeconds = Math.Round(_waits.Waited.TotalSeconds, 1) };

    /// <summary>How many calls were refused although the run had waited for its turn: next to none, or something else uses the account.</summary>
    public int WokenInVain => _turns.InVain;

    /// <summary>Begins a step.</summary>
    /// <param name="phase">What the run does in it, for a person.</param>
    public void Begin(string phase) => _progress.Begin(phase);

    /// <summary>Adds a step that was not foreseen.</summary>
    public void AddStep() => _progress.AddStep();

    /// <summary>Ends the last step.</summary>
    public void Finish() => _progress.Finish();

    /// <summary>
    /// Tells how many calls are still to come, as far as the run knows. If it has to wait, it asks for a turn for all of them: too few means
    /// another wait, too many are calls that nobody makes.
    /// </summary>
    /// <param name="calls">The calls, those that wait included.</param>
    public void Foresee(int calls) => _foreseen = calls;

    /// <summary>Calls an activity that is not a tool.</summary>
    /// <typeparam name="T">What it returns.</typeparam>
    /// <param name="activity">Its name.</param>
    /// <param name="input">Its input.</param>
    /// <returns>What it returned.</returns>
    /// <exception cref="RunFailedException">It failed at every attempt.</exception>
    public Task<T> RunAsync<T>(TaskName activity, object input) => _activities.RunAsync<T>(activity, input);

    /// <summary>Calls a tool; a used-up quota is waited for.</summary>
    /// <typeparam name="T">What the tool answers.</typeparam>
    /// <param name="tool">The tool's name.</param>
    /// <param name="input">Its input.</param>
    /// <returns>The value, or the refusal.</returns>
    /// <exception cref="RunFailedException">The call failed unexpectedly.</exception>
    /// <exception cref="QuotaWaitException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<ToolAnswer<T>> CallAsync<T>(TaskName tool, object input)
        where T : class
    {
        _underWay++;
        try
        {
            var outcome = await _turns.CallAsync<T>(
                async caller =>
                {
                    var tried = await RunAsync<ToolOutcome<T>>(tool, new ToolRequest<object> { Arguments = input, Caller = caller });
                    _usage = _usage with { ToolCalls = _usage.ToolCalls + tried.Calls };
                    return tried;
                },
                (refused, refusals) => _waits.WaitAsync(
                    tool, refused.RateLimit!, refused.Ledger, refusals, Math.Max(1, Math.Max(_foreseen, _underWay) - _turns.Admitted)));
            return new() { Value = outcome.Value, Error = outcome.Value is null ? outcome.Error ?? NoAnswer(tool) : null };
        }
        finally
        {
            _underWay--;
            _foreseen = Math.Max(0, _foreseen - 1);
        }
    }

    /// <summary>Counts what a language model cost.</summary>
    /// <param name="calls">The requests sent to it.</param>
    /// <param name="tokens">The tokens that it read and wrote.</param>
    public void CountModel(int calls, int tokens) =>
        _usage = _usage with { ModelCalls = _usage.ModelCalls + calls, ModelTokens = _usage.ModelTokens + tokens };

    /// <summary>Waits durably for a quota that has no ledger.</summary>
    /// <param name="tool">What is to be called then.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="refusals">How often the call was refused in a row before, from 0.</param>
    /// <returns>When the wait is over.</returns>
    /// <exception cref="QuotaWaitException">The quota does not come back in the time that the run may wait.</exception>
    public Task WaitAsync(TaskName tool, RateLimit limit, int refusals) => _waits.WaitAsync(tool, limit, ledger: null, refusals, calls: 1);

    private static ToolError NoAnswer(TaskName tool) => new()
    {
        Kind = ToolErrorKind.UnexpectedAnswer,
        Tool = tool.Name,
        Message = "The call gave neither a value nor a reason.",
    };
}
