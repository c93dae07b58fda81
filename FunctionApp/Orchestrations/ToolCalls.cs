using FuseDeskFlows.Entities;
using FuseDeskFlows.Reports;
using FuseDeskFlows.Truto;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FuseDeskFlows.Orchestrations;

/// <summary>
/// How a run calls tools: it retries what is unexpected a few times, waits durably for quotas, reads lists to their end,
/// and counts what it cost. One instance serves one run.
/// </summary>
/// <param name="context">The run.</param>
/// <param name="steps">How many steps the run has, as far as it is known.</param>
/// <param name="batch">True for a run that nobody watches: it leaves the headroom of the quota to those that somebody does.</param>
internal sealed class ToolCalls(TaskOrchestrationContext context, int steps, bool batch = false)
{
    /// <summary>How long one run waits for a quota that has no ledger, in all.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>No list is longer than this many pages; what goes on is a mistake of the other side.</summary>
    public const int MostPages = 500;

    private const int Attempts = 3;

    // Only for the unexpected: what passes in seconds was retried inside the activity, and a used-up quota is no failure.
    private static readonly TaskOptions UnexpectedFailures = TaskOptions.FromRetryPolicy(new RetryPolicy(
        Attempts, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromSeconds(30)));

    private readonly RunProgress _progress = new(context, steps);
    private readonly QuotaTurns _turns = new(context.Name.Name, batch);
    private TimeSpan _waited;
    private int _foreseen;
    private int _underWay;

    /// <summary>What the run has cost so far.</summary>
    public RunUsage Usage { get; private set; } = new();

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
    public async Task<T> RunAsync<T>(TaskName activity, object input)
    {
        try
        {
            return await context.CallActivityAsync<T>(activity, input, UnexpectedFailures);
        }
        catch (TaskFailedException failure)
        {
            throw new RunFailedException(
                $"{activity.Name} failed {Attempts} times; the last failure was {failure.FailureDetails.ErrorType}: {failure.FailureDetails.ErrorMessage}", failure);
        }
    }

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
                    Usage = Usage with { ToolCalls = Usage.ToolCalls + tried.Calls };
                    return tried;
                },
                (refused, refusals) => WaitAsync(tool, refused.RateLimit!, refused.Ledger, refusals));
            return new() { Value = outcome.Value, Error = outcome.Value is null ? outcome.Error ?? NoAnswer(tool) : null };
        }
        finally
        {
            _underWay--;
            _foreseen = Math.Max(0, _foreseen - 1);
        }
    }

    /// <summary>Reads a list to its end.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="tool">The tool's name.</param>
    /// <param name="page">Makes the input for a page from its cursor; null for the first.</param>
    /// <returns>All items, or the first refusal.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly.</exception>
    /// <exception cref="QuotaWaitException">The quota does not come back in the time that the run may wait.</exception>
    public async Task<ToolAnswer<IReadOnlyList<T>>> ListAsync<T>(TaskName tool, Func<string?, object> page)
    {
        var items = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        while (true)
        {
            var answer = await CallAsync<Truto.Page<T>>(tool, page(cursor));
            if (answer.Value is null)
            {
                return new() { Error = answer.Error };
            }

            items.AddRange(answer.Value.Items);
            cursor = answer.Value.NextCursor;
            if (string.IsNullOrEmpty(cursor))
            {
                return new() { Value = items };
            }

            if (!seen.Add(cursor) || seen.Count >= MostPages)
            {
                return new() { Error = EndlessList(tool) };
            }
        }
    }

    /// <summary>Counts what a language model cost.</summary>
    /// <param name="calls">The requests sent to it.</param>
    /// <param name="tokens">The tokens that it read and wrote.</param>
    public void CountModel(int calls, int tokens) =>
        Usage = Usage with { ModelCalls = Usage.ModelCalls + calls, ModelTokens = Usage.ModelTokens + tokens };

    /// <summary>Waits durably for a quota.</summary>
    /// <param name="tool">What is to be called then.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="refusals">How often the call was refused in a row before, from 0.</param>
    /// <returns>When the wait is over.</returns>
    /// <exception cref="QuotaWaitException">The quota does not come back in the time that the run may wait.</exception>
    public Task WaitAsync(TaskName tool, RateLimit limit, int refusals) => WaitAsync(tool, limit, ledger: null, refusals);

    private async Task<QuotaTurn?> WaitAsync(TaskName tool, RateLimit limit, LedgerNote? ledger, int refusals)
    {
        if (ledger is not null)
        {
            var grant = await AskAsync(limit, ledger);
            await SleepAsync(tool, limit, grant.At, grant.Calls > 0, grant.MaxWait, grant.Ahead);
            return new(new() { Owner = limit.Owner, Until = grant.Until, QueueUntil = grant.QueueUntil }, grant.Calls);
        }

        var start = Now();
        var until = QuotaPause.Until(limit, refusals, start, context.NewGuid());
        await SleepAsync(tool, limit, until, _waited + (until - start) <= LongestWait, LongestWait, ahead: null);
        return null;
    }

    private Task<QuotaGrant> AskAsync(RateLimit limit, LedgerNote ledger) => context.Entities.CallEntityAsync<QuotaGrant>(
        new EntityInstanceId(nameof(QuotaLedger), ledger.Key),
        nameof(QuotaLedger.Ask),
        new QuotaAsk
        {
            Owner = limit.Owner,
            Flow = context.Name.Name,
            Batch = batch,
            Calls = Math.Max(1, Math.Max(_foreseen, _underWay) - _turns.Admitted),
            Limit = ledger.Limit,
            Window = ledger.Window,
            RetryAt = limit.RetryAt,
            Queued = limit.Queued,
            Waited = _waited,
        });

    private async Task SleepAsync(TaskName tool, RateLimit limit, DateTimeOffset until, bool inTime, TimeSpan longest, int? ahead)
    {
        if (!inTime)
        {
            throw new QuotaWaitException(
                $"{tool.Name} is out of quota until {until.UtcDateTime:u}, and a run of {context.Name} waits {longest.TotalHours:0.##} hours for quotas at most "
                + "(Truto:MaxQuotaWait). Start it again later.");
        }

        var start = Now();
        if (until <= start)
        {
            return;
        }

        _progress.Wait(new() { Until = until, For = $"{Owner(limit)} quota, to call {tool.Name}", Ahead = ahead });
        await context.CreateTimer(until.UtcDateTime, CancellationToken.None);
        _progress.Resume();
        _waited += Now() - start;
        Usage = Usage with { RateLimitWaits = Usage.RateLimitWaits + 1, WaitedSeconds = Math.Round(_waited.TotalSeconds, 1) };
    }

    private DateTimeOffset Now() => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    private static string Owner(RateLimit limit) => limit.Owner switch
    {
        RateLimitOwner.Truto => "Truto",
        RateLimitOwner.Model => "the language model's",
        _ => "FuseDesk",
    };

    private static ToolError NoAnswer(TaskName tool) => new()
    {
        Kind = ToolErrorKind.UnexpectedAnswer,
        Tool = tool.Name,
        Message = "The call gave neither a value nor a reason.",
    };

    private static ToolError EndlessList(TaskName tool) => new()
    {
        Kind = ToolErrorKind.UnexpectedAnswer,
        Tool = tool.Name,
        Message = $"The list does not end: a cursor came a second time, or there are more than {MostPages} pages.",
    };
}
