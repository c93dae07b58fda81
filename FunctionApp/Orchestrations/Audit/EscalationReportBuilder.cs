using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Language.Texts;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Reports.Shared;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Makes a report of what an audit found, and what the next audit needs to know of it.</summary>
/// <param name="now">The moment that waits are reckoned to.</param>
/// <param name="settings">The thresholds.</param>
/// <param name="reps">The reps.</param>
internal sealed class EscalationReportBuilder(DateTimeOffset now, AuditSettings settings, IReadOnlyList<Rep> reps)
{
    private const int LastMessages = 3;
    private const int MaxMessageLength = 280;

    /// <summary>Makes the report.</summary>
    /// <param name="scans">The departments.</param>
    /// <param name="findings">Their active chats.</param>
    /// <returns>The report, without problems and usage.</returns>
    public EscalationReport Report(IReadOnlyList<AuditedDepartment> scans, IReadOnlyList<AuditedChat> findings)
    {
        List<EscalationChat> chats =
        [
            .. findings.Where(finding => finding.Waits).Select(Chat)
                .OrderBy(chat => chat.WaitingSince ?? DateTimeOffset.MaxValue)
                .ThenBy(chat => chat.ChatId.Value, StringComparer.Ordinal),
        ];
        return new()
        {
            CheckedAt = now,
            Departments = [.. scans.Where(scan => scan.Department is not null).Select(Department)],
            Chats = chats,
            Resolved = [.. scans.SelectMany(scan => Resolved(scan, findings))],
            Totals = new() { ByRep = EscalationSums.ByRep(chats), ByDepartment = EscalationSums.ByDepartment(scans, chats) },
        };
    }

    /// <summary>Says what to keep of a department's part of the report.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="scan">The department.</param>
    /// <param name="report">The report.</param>
    /// <param name="findings">The chats.</param>
    /// <returns>What to keep; if the chats could not be read, what was kept before stands.</returns>
    public DepartmentRelease End(string runId, AuditedDepartment scan, EscalationReport report, IReadOnlyList<AuditedChat> findings)
    {
        if (scan.Chats is null)
        {
            return new() { RunId = runId };
        }

        var chats = report.Chats.Where(chat => chat.Department.Id == scan.Department!.Id).ToList();
        return new()
        {
            RunId = runId,
            ReportedChats =
            [
                .. chats.Select(chat => new ReportedChat
                {
                    ChatId = chat.ChatId,
                    Client = chat.Client,
                    Title = chat.Title,
                    WaitingSince = chat.WaitingSince,
                    LastMessageAt = chat.LastMessageAt,
                    ReportedSince = chat.ReportedSince ?? now,
                }),
                .. scan.Reported.Where(before => IsUnknown(before, findings)),
            ],
            Entry = new()
            {
                RunId = runId,
                CheckedAt = now,
                Department = Department(scan).Name!,
                Waiting = chats.Count,
                Critical = chats.Count(chat => chat.Severity == Severity.Critical),
                Repeated = chats.Count(chat => chat.Repeated),
                Resolved = Resolved(scan, findings).Count(),
            },
        };
    }

    /// <summary>Shows a department.</summary>
    /// <param name="scan">What is known of it.</param>
    /// <returns>Its id and name.</returns>
    public static ReportDepartment Department(AuditedDepartment scan) => new() { Id = scan.Department!.Id, Name = scan.Department.Name ?? scan.Name };

    private EscalationChat Chat(AuditedChat finding)
    {
        var chat = finding.Header;
        var before = finding.Scan.Reported.FirstOrDefault(known => known.ChatId == chat.Id && IsSameWait(known, finding));
        var since = before?.WaitingSince < finding.Turn!.Since ? before.WaitingSince : finding.Turn.Since;
        var waited = since is { } moment ? now - moment : (TimeSpan?)null;
        var messages = finding.Chat?.Messages ?? [];
        var lastAt = chat.LastMessageAt ?? (messages.Count > 0 ? messages[^1].At : null);
        return new()
        {
            ChatId = chat.Id,
            Client = chat.ClientName,
            Title = chat.Title,
            Department = Department(finding.Scan),
            WaitingSince = since,
            WaitingMinutes = waited is { } time ? (int)Math.Max(0, time.TotalMinutes) : null,
            Severity = waited >= settings.CriticalAfter ? Severity.Critical : waited >= settings.WarningAfter ? Severity.Warning : Severity.Notice,
            JudgedBy = finding.Turn.JudgedBy,
            Issue = finding.Issue,
            LastMessages = [.. messages.TakeLast(LastMessages).Select(Message)],
            Rep = Rep(chat.RepId),
            ReportedSince = before?.ReportedSince,
            Repeated = before is not null && before.LastMessageAt == lastAt,
            LastMessageAt = lastAt,
        };
    }

    // An answer after the wait began has ended it, even if the customer has written again since.
    private static bool IsSameWait(ReportedChat before, AuditedChat finding) =>
        before.WaitingSince == finding.Turn!.Since || finding.Header.LastResponseAt is not { } answered || answered <= before.WaitingSince;

    private static IEnumerable<ResolvedChat> Resolved(AuditedDepartment scan, IReadOnlyList<AuditedChat> findings) => scan.Chats is null ? [] :
        from before in scan.Reported
        let finding = findings.FirstOrDefault(known => known.Listed.Id == before.ChatId)
        where finding is not { Waits: true } && !IsUnknown(before, findings)
        let answered = finding?.Turn?.On == WaitingOn.Customer
        select new ResolvedChat
        {
            ChatId = before.ChatId,
            Client = before.Client,
            Title = before.Title,
            ReportedSince = before.ReportedSince,
            How = answered ? "answered" : "gone",
            AnsweredAt = answered ? finding!.Header.LastResponseAt ?? finding.Turn!.Since : null,
        };

    // Neither the list nor the messages tell whose turn it is: what was reported stands until something does.
    private static bool IsUnknown(ReportedChat before, IReadOnlyList<AuditedChat> findings) =>
        findings.Any(finding => finding.Listed.Id == before.ChatId && finding is { Turn: null, Header: { IsArchived: false, ClosedAt: null } });

    private static EscalationMessage Message(HistoryItem message) => new()
    {
        At = message.At,
        By = message.AuthorName is { } name ? SafeText.OneLine(name) : null,
        FromCustomer = message.IsFromCustomer(),
        Text = SafeText.Short(message.Text, MaxMessageLength),
    };

    private EscalationRep? Rep(RepId? id)
    {
        if (id is not { } known)
        {
            return null;
        }

        var rep = reps.FirstOrDefault(candidate => candidate.Id == known);
        return new() { Id = known, Name = rep?.Name, Active = rep?.Active };
    }
}
