using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace LoadApp.Engine;

/// <summary>What the benchmark asks the worker.</summary>
public static class EngineTriggers
{
    private const int StartedAtOnce = 64;

    /// <summary>Says that the app serves.</summary>
    /// <param name="request">The request.</param>
    /// <returns>200.</returns>
    [Function(nameof(Ping))]
    public static IActionResult Ping([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ping")] HttpRequest request) =>
        new OkObjectResult("pong");

    /// <summary>Runs an orchestration to its end.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">Starts it.</param>
    /// <param name="name">Which.</param>
    /// <param name="count">Its input.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How long it took, in milliseconds, by what the storage says of its start and its end: how often it is asked does not
    /// count.</returns>
    [Function(nameof(RunToEnd))]
    public static async Task<IActionResult> RunToEnd(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "run/{name}/{count:int}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        string name,
        int count,
        CancellationToken cancellationToken)
    {
        var id = await client.ScheduleNewOrchestrationInstanceAsync(name, count, cancellationToken);
        var end = await client.WaitForInstanceCompletionAsync(id, cancellationToken);
        return end.RuntimeStatus == OrchestrationRuntimeStatus.Completed
            ? new OkObjectResult((end.LastUpdatedAt - end.CreatedAt).TotalMilliseconds)
            : new ConflictObjectResult(end.RuntimeStatus.ToString());
    }

    /// <summary>Tells how long a step of the newest sequence took.</summary>
    /// <param name="request">The request.</param>
    /// <param name="first">The first of the steps that are asked about.</param>
    /// <param name="last">The last of them.</param>
    /// <returns>The mean, in milliseconds.</returns>
    [Function(nameof(StepTime))]
    public static IActionResult StepTime(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "steps/{first:int}/{last:int}")] HttpRequest request,
        int first,
        int last) => new OkObjectResult(StepTimes.Mean(first, last));

    /// <summary>Starts runs that sleep.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">Starts them.</param>
    /// <param name="count">How many.</param>
    /// <param name="until">Until when they sleep, in UTC ticks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>200 once all are stored.</returns>
    [Function(nameof(StartSleepers))]
    public static async Task<IActionResult> StartSleepers(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "sleepers/{count:int}/{until:long}")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        int count,
        long until,
        CancellationToken cancellationToken)
    {
        var due = new DateTime(until, DateTimeKind.Utc);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = StartedAtOnce, CancellationToken = cancellationToken },
            async (_, token) => await client.ScheduleNewOrchestrationInstanceAsync(nameof(EngineFunctions.Sleep), due, token));
        return new OkResult();
    }

    /// <summary>Tells how many runs sleep and were woken.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The counts.</returns>
    [Function(nameof(CountSleepers))]
    public static IActionResult CountSleepers([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "sleepers")] HttpRequest request) =>
        new OkObjectResult(Sleepers.Count);
}
