using FuseDeskFlows.Activities;
using FuseDeskFlows.Entities;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Language;
using FuseDeskFlows.Reports;
using FuseDeskFlows.Truto;
using Microsoft.DurableTask;

namespace FuseDeskFlows.Orchestrations;

/// <summary>One run of <see cref="ChatEscalationAudit"/>.</summary>
/// <param name="context">The run.</param>
/// <param name="request">What to audit.</param>
internal sealed class AuditRun(TaskOrchestrationContext context, AuditRequest request)
{
    private const int Steps = 5;

    private readonly ToolCalls _tools = new(context, Steps, batch: true);
    private readonly AuditLease _lease = new(context);
    private readonly List<ReportProblem> _problems = [];
    private IReadOnlyList<Rep> _reps = [];
    private IReadOnlyList<ChatFinding>? _findings;

    /// <summary>Audits and reports.</summary>
    /// <returns>The report.</returns>
    /// <exception cref="QuotaWaitException">A quota did not come back in time; what was read is kept, but is no audit that later ones go by.</exception>
    public async Task<EscalationReport> RunAsync()
    {
        _tools.Begin("reading the settings");
        var settings = await _tools.RunAsync<AuditSettings>(ReadAuditSettings.Name, context.InstanceId);
        var names = request.Departments is { Count: > 0 } asked ? asked : settings.Departments;
        var scans = await _lease.BeginAsync(names, _problems);
        try
        {
            return await PartialResult.OrKeepAsync(context, _tools, part: null, () => ReportAsync(scans, settings), problem => SoFar(scans, settings, problem));
        }
        catch
        {
            // A department that is not given back would be left alone by every later audit until somebody asks whether this one lives.
            await _lease.EndAsync(scans);
            throw;
        }
    }

    private async Task<EscalationReport> ReportAsync(IReadOnlyList<DepartmentScan> scans, AuditSettings settings)
    {
        if (scans.Count > 0)
        {
            await FindDepartmentsAsync(scans);
            await ListChatsAsync(scans);
            await ListRepsAsync(scans);
        }

        var findings = _findings = await ReadAsync(Judged(scans));
        if (_tools.GaveUp is { } outOfTime)
        {
            throw new QuotaWaitException(outOfTime.Message, outOfTime);
        }

        var compose = new EscalationComposing(Now(), settings, _reps);
        var report = compose.Report(scans, findings) with { Problems = [.. _problems, .. _tools.LeftOut] };
        await _lease.EndAsync(scans, scan => compose.End(context.InstanceId, scan, report, findings));
        if (settings.Posts && report.Chats.Count + report.Resolved.Count > 0)
        {
            report = report with { DeliveryRun = $"{context.InstanceId}-delivery" };
            await _tools.RunAsync<bool>(StartAuditDelivery.Name, report);
        }

        _tools.Finish();
        return report with { Usage = _tools.Usage };
    }

    private EscalationReport SoFar(IReadOnlyList<DepartmentScan> scans, AuditSettings settings, ReportProblem problem) =>
        new EscalationComposing(Now(), settings, _reps).Report(scans, _findings ?? Judged(scans)) with
        {
            Usage = _tools.Usage,
            Problems = [.. _tools.LeftOut, .. UnreadForQuota.In(_problems) is null ? [.. _problems, problem] : UnreadForQuota.Once(_problems)],
        };

    private async Task FindDepartmentsAsync(IReadOnlyList<DepartmentScan> scans)
    {
        _tools.Begin("finding the departments");
        var found = await _tools.ListAsync<Department>(ToolNames.ListDepartments, cursor => new ListDepartments { Cursor = cursor });
        if (found.Value is null)
        {
            _problems.Add(ReportProblem.Refused("The departments", found.Error!));
            return;
        }

        foreach (var scan in scans)
        {
            scan.Department = found.Value.Where(department => DepartmentAudit.IdOf(department.Name ?? "") == DepartmentAudit.IdOf(scan.Name))
                .MinBy(department => department.Id.Value);
            if (scan.Department is null)
            {
                var known = string.Join(", ", found.Value.Select(department => department.Name).OfType<string>());
                _problems.Add(new() { Type = ProblemTypes.NoDepartment, Detail = $"No department is called '{scan.Name}'. There are: {known}." });
            }
        }
    }

    private Task ListChatsAsync(IReadOnlyList<DepartmentScan> scans)
    {
        _tools.Begin("listing the chats");
        return Task.WhenAll(scans.Where(scan => scan.Department is not null).Select(ListAsync));

        async Task ListAsync(DepartmentScan scan)
        {
            var id = scan.Department!.Id;
            var chats = await _tools.ListAsync<ChatListItem>(ToolNames.ListChats, cursor => new ListChats { DepartmentId = id, IsArchived = false, Cursor = cursor });
            scan.Chats = chats.Value;
            if (chats.Value is null)
            {
                _problems.Add(ReportProblem.Refused($"The chats of {scan.Name}", chats.Error!));
            }
        }
    }

    private async Task ListRepsAsync(IReadOnlyList<DepartmentScan> scans)
    {
        _tools.Begin("listing the reps");
        if (scans.All(scan => scan.Chats is not { Count: > 0 }))
        {
            return;
        }

        var reps = await _tools.ListAsync<Rep>(ToolNames.ListReps, cursor => new ListReps { Cursor = cursor });
        _reps = reps.Value ?? [];
        if (reps.Value is null)
        {
            _problems.Add(ReportProblem.Refused("The reps", reps.Error!));
        }
    }

    // A chat that names no department is listed for each; it is audited once.
    private List<ChatFinding> Judged(IReadOnlyList<DepartmentScan> scans)
    {
        var names = _reps.Select(rep => rep.Name).OfType<string>().ToList();
        return
        [
            .. scans
                .SelectMany(scan => (scan.Chats ?? []).Select(chat => new ChatFinding { Scan = scan, Listed = chat, Turn = ChatTurn.OfHeader(chat, names) }))
                .DistinctBy(finding => finding.Listed.Id),
        ];
    }

    // Only the messages of chats that wait are read, and of those of which nothing but the messages can tell.
    private async Task<IReadOnlyList<ChatFinding>> ReadAsync(List<ChatFinding> findings)
    {
        var toRead = findings.Where(finding => finding.Waits || finding.Turn is null).ToList();
        _tools.Begin($"reading {Words.Counted(toRead.Count, "chat")}");
        _tools.Foresee(toRead.Count);
        _tools.Model.Foresee(toRead.Count(finding => finding.Waits));
        var read = await BoundedFanOut.RunAsync(toRead, BoundedFanOut.Width, ReadAsync);
        return [.. findings.Where(finding => finding.Turn is not null && !finding.Waits), .. read];
    }

    private async Task<ChatFinding> ReadAsync(ChatFinding finding)
    {
        var id = finding.Listed.Id;
        var answer = await TolerantCalls.TryAsync(ToolNames.GetChat, () => _tools.CallAsync<Chat>(ToolNames.GetChat, id));
        if (answer.Value is not { } chat)
        {
            _problems.Add(ReportProblem.Refused($"The messages of chat {id}", answer.Error!));
            return finding;
        }

        var ended = chat.IsArchived || chat.ClosedAt is not null;
        var read = finding with { Chat = chat, Turn = ended ? null : ChatTurn.Confirmed(chat, finding.Turn) };
        if (!read.Waits)
        {
            return read;
        }

        var issue = await new LanguageCalls(_tools).ChatIssueAsync(chat);
        _problems.AddRange(issue.Problems.Except(_problems));
        return read with { Issue = ChatIssue.Of(issue.Text) };
    }

    private DateTimeOffset Now() => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));
}
