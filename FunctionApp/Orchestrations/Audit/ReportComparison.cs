using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Reports.Audit;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>What became of the chats of the report before.</summary>
internal static class ReportComparison
{
    // An answer after the wait began has ended it, even if the customer has written again since.
    public static bool IsSameWait(ReportedChat before, AuditedChat now) =>
        before.WaitingSince == now.Waiting!.Since || now.Header.LastResponseAt is not { } answered || answered <= before.WaitingSince;

    // The list may lack it, or neither the list nor the messages tell whose turn it is: what was reported stands until something does.
    public static bool IsUndecided(ReportedChat before, AuditedDepartment department, IReadOnlyList<AuditedChat> chats) =>
        (department.MayLackChats && chats.All(chat => chat.Listed.Id != before.ChatId))
        || chats.Any(chat => chat.Listed.Id == before.ChatId && chat is { Waiting: null, Header: { IsArchived: false, ClosedAt: null } });

    public static IEnumerable<ResolvedChat> Resolved(AuditedDepartment department, IReadOnlyList<AuditedChat> chats) =>
        department.Chats is null ? [] :
        from before in department.PreviouslyReported
        let chat = chats.FirstOrDefault(known => known.Listed.Id == before.ChatId)
        where chat is not { CustomerWaits: true } && !IsUndecided(before, department, chats)
        let answered = chat?.Waiting is { On: WaitingOn.Customer } or { On: WaitingOn.Nobody, JudgedBy: WaitingJudgedBy.Messages }
        select new ResolvedChat
        {
            ChatId = before.ChatId,
            Client = before.Client,
            Title = before.Title,
            ReportedSince = before.ReportedSince,
            How = answered ? ChatResolution.Answered : ChatResolution.Gone,
            AnsweredAt = answered ? chat!.Header.LastResponseAt ?? chat.Waiting!.Since : null,
        };
}
