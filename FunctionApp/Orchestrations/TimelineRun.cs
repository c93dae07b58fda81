using FuseDeskFlows.Reports;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>One run of <see cref="ContactTimeline"/>.</summary>
/// <param name="context">The run.</param>
/// <param name="request">Whose timeline.</param>
internal sealed class TimelineRun(TaskOrchestrationContext context, TimelineRequest request)
{
    private readonly ToolCalls _tools = new(context, request.ContactId is null ? 2 : 1);

    /// <summary>Reads and merges.</summary>
    /// <returns>The timeline.</returns>
    public async Task<TimelineReport> RunAsync()
    {
        var found = request.ContactId is { } id
            ? new ContactFound { Customer = new() { ContactId = id, CrmId = request.CrmId, Email = request.KnownEmail } }
            : await new ContactSearch(_tools).FindAsync(request.Email, request.Search);
        var channels = found.Customer is { } customer ? await ReadAsync(customer) : [];
        _tools.Finish();
        return new()
        {
            Customer = found.Customer,
            Candidates = found.Candidates,
            Channels = [.. channels.Select(channel => channel.Shown)],
            Entries = [.. channels.SelectMany(channel => channel.Entries).OrderBy(entry => entry.SortsAt).Select(entry => entry.Entry)],
            Usage = _tools.Usage,
            Problems = [.. new[] { found.Problem }.OfType<ReportProblem>(), .. channels.SelectMany(channel => channel.Problems)],
        };
    }

    private Task<ChannelRead[]> ReadAsync(ReportCustomer customer)
    {
        _tools.Begin("reading cases, chats and emails");
        var channels = new TimelineChannels(_tools, customer);
        return Task.WhenAll(channels.CasesAsync(), channels.ChatsAsync(), channels.EmailsAsync());
    }
}
