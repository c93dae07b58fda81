using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Reports.Timeline;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Timeline;

/// <summary>
/// Reads a customer's channels. Each is asked with the ids that its tool knows, and filtered again: nobody else's words may be shown.
/// </summary>
/// <param name="customer">The customer; her id in FuseDesk is known.</param>
internal sealed class ChannelReaders(FlowContext flow, ReportCustomer customer)
{
    /// <summary>How many cases, and how many chats, are read in detail: the newest.</summary>
    public const int MaxDetails = 40;

    private const int DetailsAtOnce = 4;

    private readonly ContactId _id = customer.ContactId!.Value;

    public async Task<ChannelResult> CasesAsync()
    {
        var listed = await TolerantCalls.CallOrErrorAsync(ToolNames.ListCases, () => flow.ListAllAsync<CaseListItem>(
            ToolNames.ListCases, cursor => new ListCasesInput { ContactId = _id, CrmId = customer.CrmId, Cursor = cursor }));
        var cases = listed.Value is { } items ? CaseOwnership.NewestFirst(items, _id, customer.CrmId).ToList() : null;
        var problem = listed.Value is null ? listed.Problem("The cases") : null;
        return await DetailsAsync("cases", "case", cases, problem, flow.Gaps.MayLack(ToolNames.ListCases), ReadCaseAsync);
    }

    /// <summary>Reads her chats, active and archived, each with its messages.</summary>
    public async Task<ChannelResult> ChatsAsync()
    {
        var listed = await TolerantCalls.CallOrErrorAsync(ToolNames.ListChats, () =>
            flow.ListAllAsync<ChatListItem>(ToolNames.ListChats, cursor => new ListChatsInput { ContactId = _id, Cursor = cursor }));
        var chats = listed.Value?.Where(IsHers).DistinctBy(item => item.Id)
            .OrderByDescending(item => item.CreatedAt ?? item.LastMessageAt ?? DateTimeOffset.MinValue)
            .ThenByDescending(item => item.Id.Value, StringComparer.Ordinal)
            .ToList();
        var problem = listed.Value is null ? listed.Problem("The chats") : null;
        return await DetailsAsync("chats", "chat", chats, problem, flow.Gaps.MayLack(ToolNames.ListChats), ReadChatAsync);
    }

    /// <summary>
    /// Reads the mails that belong to no case yet. Where her address is known, the sender is asked for: every mail has one.
    /// </summary>
    /// <returns>The channel; mails come without their text, which no tool of the account reads.</returns>
    public async Task<ChannelResult> EmailsAsync()
    {
        var listed = await TolerantCalls.CallOrErrorAsync(ToolNames.ListEmails, () => flow.ListAllAsync<Email>(
            ToolNames.ListEmails,
            cursor => new ListEmailsInput
            {
                From = customer.Email,
                ContactId = customer.Email is null ? _id : null,
                Cursor = cursor,
            }));
        var mails = listed.Value?.Where(IsHers).DistinctBy(mail => mail.Id).ToList();
        return mails is null
            ? Unreadable("emails", listed.Problem("The emails"))
            : new()
            {
                ForReport = new()
                {
                    Channel = "emails",
                    State = StateOf(mails.Count, !flow.Gaps.MayLack(ToolNames.ListEmails), mails.Count),
                    Found = mails.Count,
                    Entries = mails.Count,
                },
                Entries = [.. mails.Select(mail => (mail.ReceivedAt ?? DateTimeOffset.MinValue, TimelineEntries.Of(mail)))],
            };
    }

    private static async Task<ChannelResult> DetailsAsync<TItem>(
        string channel,
        string one,
        List<TItem>? items,
        ReportProblem? problem,
        bool mayLack,
        Func<TItem, Task<ChannelDetail>> read)
    {
        if (items is null)
        {
            return Unreadable(channel, problem!);
        }

        var details = await BoundedFanOut.RunAsync([.. items.Take(MaxDetails)], DetailsAtOnce, read);
        List<ReportProblem> problems = [.. details.Select(detail => detail.Problem).OfType<ReportProblem>()];
        if (items.Count > MaxDetails)
        {
            problems.Add(new()
            {
                Type = ProblemTypes.Shortened,
                Detail = $"There are {items.Count} {channel}; the newest {MaxDetails} were read, a {one} at a time.",
            });
        }

        List<(DateTimeOffset, TimelineEntry)> entries = [.. details.SelectMany(detail => detail.Entries)];
        var isWhole = !mayLack
            && problems.TrueForAll(known => known.Type is ProblemTypes.SetAside)
            && details.All(detail => detail.IsWhole);
        var state = StateOf(items.Count, isWhole, entries.Count);
        return new()
        {
            ForReport = new() { Channel = channel, State = state, Found = items.Count, Entries = entries.Count },
            Entries = entries,
            Problems = problems,
        };
    }

    private static bool IsWhole(HistoryGaps? gaps) => gaps is null or { IsMissing: true, IsPartial: false };

    private static ChannelState StateOf(int found, bool isWhole, int entries) => (isWhole, found, entries) switch
    {
        (true, 0, _) => ChannelState.Empty,
        (true, _, _) => ChannelState.Read,
        (false, _, 0) => ChannelState.Unreadable,
        _ => ChannelState.Partly,
    };

    private async Task<ChannelDetail> ReadCaseAsync(CaseListItem item)
    {
        var answer = await TolerantCalls.CallOrErrorAsync(ToolNames.GetCase, () => flow.CallToolAsync<Case>(ToolNames.GetCase, item.Id));
        return answer.Value switch
        {
            null => new([], answer.Problem($"Case {item.Id}")),
            var other when !CaseOwnership.MayBelongTo(other, _id, customer.CrmId) =>
                new([], CaseOwnership.OfAnotherContact(item.Id)),
            var supportCase =>
                new(TimelineEntries.Of(supportCase), UncertainTexts.ProblemOf(supportCase), IsWhole(supportCase.Gaps)),
        };
    }

    private async Task<ChannelDetail> ReadChatAsync(ChatListItem item)
    {
        var answer = await TolerantCalls.CallOrErrorAsync(ToolNames.GetChat, () => flow.CallToolAsync<Chat>(ToolNames.GetChat, item.Id));
        return answer.Value is { } chat
            ? new(TimelineEntries.Of(chat), UncertainTexts.ProblemOf(chat), IsWhole(chat.Gaps))
            : new([], answer.Problem($"Chat {item.Id}"));
    }

    // Chats have no documented filter, so what is listed may be anybody's: only a chat that names her is hers.
    private bool IsHers(ChatHeader chat) => IsNamedBy(chat.ContactId, chat.CrmId);

    // "ann@x.com" is also part of "joann@x.com": only the whole address counts.
    private bool IsHers(Email mail) =>
        IsNamedBy(mail.ContactId, crm: null)
        || (customer.Email is { } address && AddressOf(mail.From).Equals(address.Trim(), StringComparison.OrdinalIgnoreCase));

    private bool IsNamedBy(ContactId? id, CrmId? crm) => new ContactIdentity(_id, customer.CrmId).IsNamedBy(id, crm) is true;

    private static string AddressOf(string? sender) =>
        sender?.Split([' ', '<', '>', ',', '"'], StringSplitOptions.RemoveEmptyEntries).LastOrDefault(word => word.Contains('@')) ?? "";

    private static ChannelResult Unreadable(string channel, ReportProblem problem) => new()
    {
        ForReport = new() { Channel = channel, State = ChannelState.Unreadable },
        Problems = [problem],
    };
}
