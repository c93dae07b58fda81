using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations.Timeline;

/// <summary>One run of <see cref="ContactTimeline"/>.</summary>
internal sealed class TimelineRun(TaskOrchestrationContext context, TimelineRequest request)
{
    private readonly FlowContext _flow = new(context, request.ContactId is null ? 2 : 1, background: false, request.Parent);

    /// <exception cref="OutOfQuotaException">A quota did not come back in time; what was read is stored.</exception>
    public Task<TimelineReport> RunAsync() => PartialReports.RunOrStoreAsync(
        context, _flow, request.Parent, ReadAsync, problem => new TimelineReport { Usage = _flow.Usage, Problems = [problem] });

    private async Task<TimelineReport> ReadAsync()
    {
        var found = request.ContactId is { } id
            ? new ContactMatch { Customer = new() { ContactId = id, CrmId = request.CrmId, Email = request.KnownEmail } }
            : await new ContactSearch(_flow).FindAsync(request.Email, request.Search);
        var channels = found.Customer is { } customer ? await ReadAsync(customer) : [];
        var entries = channels.SelectMany(channel => channel.Entries).OrderBy(entry => entry.SortsAt).Select(entry => entry.Entry).ToList();
        var reps = await new DirectoryLookup(_flow).PeekAsync(
            entries.Where(entry => entry.Author is null).Select(entry => entry.RepId).OfType<RepId>(), []);
        _flow.CompleteSteps();
        return new()
        {
            Customer = found.Customer,
            Candidates = found.Candidates,
            Channels = [.. channels.Select(channel => channel.ForReport)],
            Entries =
            [
                .. entries.Select(entry => entry is { Author: null, RepId: { } id } ? entry with { Author = reps.Rep(id)?.Name } : entry),
            ],
            Usage = _flow.Usage,
            Problems = ReportProblem.WithOutOfQuotaOnce(
            [
                .. new[] { found.Problem }.OfType<ReportProblem>(),
                .. channels.SelectMany(channel => channel.Problems),
                .. _flow.Gaps.Problems,
            ]),
        };
    }

    private Task<ChannelResult[]> ReadAsync(ReportCustomer customer)
    {
        _flow.StartStep("reading cases, chats and emails");
        var channels = new ChannelReaders(_flow, customer);
        return Task.WhenAll(channels.CasesAsync(), channels.ChatsAsync(), channels.EmailsAsync());
    }
}
