using FuseDeskFlows.Activities.Audit;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.Reports.Audit;
using FuseDeskFlows.Unicode;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Makes a report of what an audit found, and what the next audit needs to know of it.</summary>
/// <param name="now">The moment that waits are reckoned to.</param>
/// <param name="settings">The thresholds.</param>
internal sealed class AuditReportBuilder(
    DateTimeOffset now, AuditSettings settings, IReadOnlyList<AuditedDepartment> departments, AuditFindings findings)
{
    private const int LastMessages = 3;
    private const int MaxMessageLength = 280;

    /// <summary>Makes the report, without problems and usage.</summary>
    public AuditReport Build()
    {
        List<EscalatedChat> chats =
        [
            .. findings.Chats.Where(chat => chat.CustomerWaits).Select(ToReport)
                .OrderBy(chat => chat.WaitingSince ?? DateTimeOffset.MaxValue)
                .ThenBy(chat => chat.ChatId.Value, StringComparer.Ordinal),
        ];
        return new()
        {
            CheckedAt = now,
            Departments = [.. departments.Where(department => department.Listed is not null).Select(department => department.ForReport)],
            Chats = chats,
            Resolved = [.. departments.SelectMany(department => ReportComparison.Resolved(department, findings.Chats))],
            Totals = new() { ByRep = TotalsByRep(chats), ByDepartment = TotalsByDepartment(chats) },
        };
    }

    /// <summary>Says what a department keeps of the report; if its chats could not be read, what was kept before stands.</summary>
    public DepartmentRelease BuildRelease(string runId, AuditedDepartment department, AuditReport report)
    {
        if (department.Chats is null)
        {
            return new() { RunId = runId };
        }

        var chats = report.Chats.Where(chat => chat.Department.Id == department.Listed!.Id).ToList();
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
                .. department.PreviouslyReported.Where(before => ReportComparison.IsUndecided(before, department, findings.Chats)),
            ],
            Entry = new()
            {
                RunId = runId,
                CheckedAt = now,
                Department = department.ForReport.Name!,
                Waiting = chats.Count,
                Critical = chats.Count(chat => chat.Severity == Severity.Critical),
                Repeated = chats.Count(chat => chat.Repeated),
                Resolved = ReportComparison.Resolved(department, findings.Chats).Count(),
            },
        };
    }

    private EscalatedChat ToReport(AuditedChat audited)
    {
        var chat = audited.Header;
        var waiting = audited.Waiting!;
        var before = audited.Department.PreviouslyReported
            .FirstOrDefault(known => known.ChatId == chat.Id && ReportComparison.IsSameWait(known, audited));
        var since = before?.WaitingSince < waiting.Since ? before.WaitingSince : waiting.Since;
        var waited = since is { } moment ? now - moment : (TimeSpan?)null;
        var messages = audited.Chat?.Messages ?? [];
        var lastAt = chat.LastMessageAt ?? (messages.Count > 0 ? messages[^1].At : null);
        return new()
        {
            ChatId = chat.Id,
            Client = chat.ClientName,
            Title = chat.Title,
            Department = audited.Department.ForReport,
            WaitingSince = since,
            WaitingMinutes = waited is { } time ? (int)Math.Max(0, time.TotalMinutes) : null,
            Severity = SeverityRules.Classify(waited, settings),
            JudgedBy = waiting.JudgedBy,
            Issue = audited.Issue,
            LastMessages = [.. messages.TakeLast(LastMessages).Select(ToReport)],
            Rep = RepOf(chat.RepId),
            ReportedSince = before?.ReportedSince,
            Repeated = before is not null && before.LastMessageAt == lastAt,
            LastMessageAt = lastAt,
        };
    }

    private static EscalatedChatMessage ToReport(HistoryItem message) => new()
    {
        At = message.At,
        By = message.AuthorName is { } name ? SafeText.OneLine(name) : null,
        FromCustomer = message.IsFromCustomer(),
        Text = SafeText.Shorten(message.Text, MaxMessageLength),
    };

    private EscalatedChatRep? RepOf(RepId? id)
    {
        if (id is not { } known)
        {
            return null;
        }

        var (rep, asOf) = (findings.Reps?.Rep(known), findings.Reps?.RepsAsOf);
        return new() { Id = known, Name = rep?.Name, Active = asOf is null ? null : rep?.Active, ActiveAsOf = asOf };
    }

    // The chats come with the longest wait first, so the reps do too.
    private static IReadOnlyList<RepTotal> TotalsByRep(IEnumerable<EscalatedChat> chats) =>
    [
        .. chats.GroupBy(chat => chat.Rep?.Id).Select(group => new RepTotal
        {
            Rep = group.First().Rep,
            Waiting = group.Count(),
            Critical = group.Count(chat => chat.Severity == Severity.Critical),
            LongestMinutes = group.Max(chat => chat.WaitingMinutes),
        }),
    ];

    private IReadOnlyList<DepartmentTotal> TotalsByDepartment(IReadOnlyList<EscalatedChat> chats) =>
    [
        .. departments.Where(department => department.Chats is not null).Select(department =>
        {
            var own = chats.Where(chat => chat.Department.Id == department.Listed!.Id).ToList();
            return new DepartmentTotal
            {
                Department = department.ForReport,
                Active = department.Chats!.Count,
                Waiting = own.Count,
                Critical = own.Count(chat => chat.Severity == Severity.Critical),
            };
        }),
    ];
}
