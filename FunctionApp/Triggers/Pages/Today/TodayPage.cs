using FuseDeskFlows.Reports.Pages.Runs;
using FuseDeskFlows.Reports.Pages.Today;
using FuseDeskFlows.Triggers.Pages.Access;
using FuseDeskFlows.Triggers.Pages.Approvals;
using FuseDeskFlows.Triggers.Pages.Http;
using FuseDeskFlows.Triggers.Pages.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Pages.Today;

/// <summary>The console's first page.</summary>
/// <param name="guard">Tells who may see it.</param>
/// <param name="newest">Lists runs.</param>
/// <param name="reports">What was read of reports before.</param>
/// <param name="time">The clock.</param>
public sealed class TodayPage(ConsoleGuard guard, NewestRuns newest, ReportCache reports, TimeProvider time)
{
    private const int MaxRuns = 20;
    private static readonly OrchestrationRuntimeStatus[] Failed = [OrchestrationRuntimeStatus.Failed];
    private static readonly TimeSpan FailedWithin = TimeSpan.FromDays(1);

    /// <summary>Shows who waits, what goes on and what failed.</summary>
    /// <returns>The page; a refusal for who may not see it.</returns>
    [Function("ConsoleToday")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var entry = guard.Enter(request);
        return entry.Refusal
            ?? ConsoleResult.Of<TodayView>("Today", "", entry.User!, await ReadAsync(client, cancellationToken)) with { IsLive = true };
    }

    private async Task<TodayModel> ReadAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var chats = WaitingChats.ReadAsync(client, reports, now, cancellationToken);
        var cases = WaitingCases.ReadAsync(client, newest, reports, now, cancellationToken);
        var running = ReadAsync(client, new() { Statuses = RunLineReader.AliveStatuses }, now, cancellationToken);
        var failed = ReadAsync(client, new() { Statuses = Failed, Since = now - FailedWithin }, now, cancellationToken);
        var approvals = WaitingApprovals.ReadAsync(client, cancellationToken);
        await Task.WhenAll(chats, cases, running, failed, approvals);
        return new()
        {
            Now = now,
            Chats = (await chats).Chats,
            ChatsAsOf = (await chats).AsOf,
            Cases = (await cases).Cases,
            MoreCases = (await cases).More,
            Approvals = (await approvals).Writes,
            Running = await running,
            Failed = await failed,
        };
    }

    private async Task<IReadOnlyList<RunLine>> ReadAsync(
        DurableTaskClient client, RunFilter filter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (runs, _) = await newest.ReadAsync(client, filter, MaxRuns, now, cancellationToken);
        return await RunLineReader.ReadAsync(client, reports, runs, cancellationToken);
    }
}
