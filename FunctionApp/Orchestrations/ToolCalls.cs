using FuseDeskFlows.Reports;
using FuseDeskFlows.Truto;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>
/// How a run calls tools: it retries what is unexpected a few times, waits durably for quotas, reads lists to their end,
/// and counts what it cost. One instance serves one run.
/// </summary>
/// <param name="context">The run.</param>
/// <param name="steps">How many steps the run has, as far as it is known.</param>
internal sealed class ToolCalls(TaskOrchestrationContext context, int steps)
{
    /// <summary>How long one run waits for quotas, in all.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    /// <summary>No list is longer than this many pages; what goes on is a mistake of the other side.</summary>
    public const int MostPages = 500;

    private const int Attempts = 3;

    // Only for the unexpected: what passes in seconds was retried inside the activity, and a used-up quota is no failure.
    private static readonly TaskOptions UnexpectedFailures = TaskOptions.FromRetryPolicy(new RetryPolicy(
        Attempts, firstRetryInterval: TimeSpan.FromSeconds(2), backoffCoefficient: 3, maxRetryInterval: TimeSpan.FromSeconds(30)));

    private readonly RunProgress _progress = new(context, steps);
    private TimeSpan _waited;

    /// <summary>What the run has cost so far.</summary>
    public RunUsage Usage { get; private set; } = new();

    /// <summary>Begins a step.</summary>
    /// <param name="phase">What the run does in it, for a person.</param>
    public void Begin(string phase) => _progress.Begin(phase);

    /// <summary>Adds a step that was not foreseen.</summary>
    public void AddStep() => _progress.AddStep();

    /// <summary>Ends the last step.</summary>
    public void Finish() => _progress.Finish();

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
    /// <exception cref="RunFailedException">The call failed unexpectedly, or the run has waited too long.</exception>
    public async Task<ToolAnswer<T>> CallAsync<T>(TaskName tool, object input)
        where T : class
    {
        for (var refusals = 0; ; refusals++)
        {
            var outcome = await RunAsync<ToolOutcome<T>>(tool, input);
            Usage = Usage with { ToolCalls = Usage.ToolCalls + outcome.Calls };
            if (outcome.RateLimit is null)
            {
                return new() { Value = outcome.Value, Error = outcome.Value is null ? outcome.Error ?? NoAnswer(tool) : null };
            }

            await WaitAsync(tool, outcome.RateLimit, refusals);
        }
    }

    /// <summary>Reads a list to its end.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="tool">The tool's name.</param>
    /// <param name="page">Makes the input for a page from its cursor; null for the first.</param>
    /// <returns>All items, or the first refusal.</returns>
    /// <exception cref="RunFailedException">A call failed unexpectedly, or the run has waited too long.</exception>
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
    /// <exception cref="RunFailedException">The run has waited too long.</exception>
    public async Task WaitAsync(TaskName tool, RateLimit limit, int refusals)
    {
        var start = Now();
        var until = QuotaPause.Until(limit, refusals, start, context.NewGuid());
        if (_waited + (until - start) > LongestWait)
        {
            throw new RunFailedException(
                $"{tool.Name} is out of quota until {until.UtcDateTime:u}, and a run waits {LongestWait.TotalHours} hours for quotas at most. Start it again later.");
        }

        _progress.Wait(new() { Until = until, For = $"{Owner(limit)} quota, to call {tool.Name}" });
        await context.CreateTimer(until.UtcDateTime, CancellationToken.None);
        _progress.Resume();
        _waited += Now() - start;
        Usage = Usage with { RateLimitWaits = Usage.RateLimitWaits + 1, WaitedSeconds = Math.Round(_waited.TotalSeconds, 1) };
    }

    private DateTimeOffset Now() => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    private static string Owner(RateLimit limit) => limit.Owner switch
    {
        RateLimitOwner.Truto => "Truto",
        RateLimitOwner.LanguageModel => "the language model's",
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
