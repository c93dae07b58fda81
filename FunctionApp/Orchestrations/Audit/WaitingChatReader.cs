using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Reads the messages of the chats in which a customer may wait, and has it written what they are about.</summary>
/// <param name="problems">Takes what could not be read.</param>
internal sealed class WaitingChatReader(FlowContext flow, List<ReportProblem> problems)
{
    /// <summary>Reads the messages of chats that wait, and of those of which nothing but the messages can tell.</summary>
    /// <returns>All chats of which it is known who waits, and those that could not be read.</returns>
    public async Task<IReadOnlyList<AuditedChat>> ReadAsync(List<AuditedChat> chats)
    {
        var toRead = chats.Where(chat => chat.CustomerWaits || chat.Waiting is null).ToList();
        flow.StartStep($"reading {ReportText.Count(toRead.Count, "chat")} and writing what they are about");
        flow.ExpectCalls(toRead.Count);
        flow.ModelLimiter.ExpectCalls(toRead.Count(chat => chat.CustomerWaits));
        var read = await BoundedFanOut.RunAsync(toRead, BoundedFanOut.Width, ReadMessagesAsync);
        return [.. chats.Where(chat => chat.Waiting is not null && !chat.CustomerWaits), .. read];
    }

    private async Task<AuditedChat> ReadMessagesAsync(AuditedChat audited)
    {
        var id = audited.Listed.Id;
        var answer = await TolerantCalls.CallOrErrorAsync(ToolNames.GetChat, () => flow.CallToolAsync<Chat>(ToolNames.GetChat, id));
        if (answer.Value is not { } chat)
        {
            problems.Add(answer.Problem($"The messages of chat {id}"));
            return audited;
        }

        var ended = chat.IsArchived || chat.ClosedAt is not null;
        var read = audited with { Chat = chat, Waiting = ended ? null : ChatWaiting.FromMessages(chat, audited.Waiting) };
        if (!read.CustomerWaits)
        {
            return read;
        }

        var issue = await new WritingCalls(flow).ChatIssueAsync(chat);
        problems.AddRange(issue.Problems.Except(problems));
        problems.AddRange(new[] { UncertainTexts.ProblemOf(chat) }.OfType<ReportProblem>());
        return read with { Issue = ChatIssue.From(issue.Text) };
    }
}
