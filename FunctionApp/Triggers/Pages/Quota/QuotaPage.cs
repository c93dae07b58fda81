using FuseDeskFlows.RateLimiting;
using FuseDeskFlows.Reports.Pages.Quota;
using FuseDeskFlows.Reports.Runs;
using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Http;
using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace FuseDeskFlows.Triggers.Pages.Quota;

/// <summary>The console's page of the quota.</summary>
/// <param name="guard">Tells who may see it.</param>
/// <param name="newest">Lists runs.</param>
/// <param name="reports">What was read of runs before.</param>
/// <param name="services">Has what the responses told of FuseDesk's quota.</param>
/// <param name="time">The clock.</param>
public sealed class QuotaPage(ConsoleGuard guard, NewestRuns newest, ReportCache reports, IServiceProvider services, TimeProvider time)
{
    private const int MaxRuns = 100;

    /// <summary>Shows how much of the quota is used, and who waits for it.</summary>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleQuota")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/quota")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var entry = guard.Enter(request);
        if (entry.Refusal is not null)
        {
            return entry.Refusal;
        }

        var now = time.GetUtcNow();
        var tracker = services.GetRequiredService<RateLimitTracker>();
        var filter = new RunFilter { Statuses = RunLineReader.AliveStatuses };
        var (runs, _) = await newest.ReadAsync(client, filter, MaxRuns, now, cancellationToken);
        var waiting = (await RunLineReader.ReadAsync(client, reports, runs, cancellationToken))
            .Where(line => line.Run.Waiting is { } wait && RunWords.IsForQuota(wait));
        var model = new QuotaModel
        {
            Current = tracker.Current,
            SeenAt = tracker.Current is null ? null : tracker.SeenAt,
            WindowLength = tracker.WindowLength,
            Samples = tracker.History.Read(),
            Waiting = [.. waiting.OrderBy(line => line.Run.Waiting!.Until)],
            Now = now,
        };
        return ConsoleResult.Of<QuotaView>("Quota", "quota", entry.User!, model) with { IsLive = true };
    }
}
