using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Turns;
using FuseDeskFlows.Language.Results;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Reports.Rendering;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Reads what an audit judges: departments, their chats, the reps, and the messages of the chats that wait.</summary>
/// <param name="tools">How to call tools.</param>
/// <param name="scans">The departments to read.</param>
/// <param name="problems">Takes what could not be read.</param>
internal sealed class AuditChatReader(FlowContext tools, IReadOnlyList<AuditedDepartment> scans, List<ReportProblem> problems)
{
    private IReadOnlyList<AuditedChat>? _findings;

    /// <summary>The reps; none if they were not needed, or not read.</summary>
    public IReadOnlyList<Rep> Reps { get; private set; } = [];

    /// <summary>The chats as far as they were read.</summary>
    public IReadOnlyList<AuditedChat> Findings => _findings ?? Judged();

    /// <summary>Reads.</summary>
    /// <returns>The chats.</returns>
    /// <exception cref="WaitBudgetExceededException">A list could not be read, since a quota did not come back in time.</exception>
    public async Task<IReadOnlyList<AuditedChat>> ReadAsync()
    {
        if (scans.Count > 0)
        {
            await FindDepartmentsAsync();
            await ListChatsAsync();
            await ListRepsAsync();
        }

        return _findings = await ReadAsync(Judged());
    }

    private async Task FindDepartmentsAsync()
    {
        tools.Begin("finding the departments");
        if (await tools.ListOrTellAsync<Department>("The departments", problems, ToolNames.ListDepartments, cursor => new ListDepartmentsInput { Cursor = cursor })
            is not { } departments)
        {
            return;
        }

        foreach (var scan in scans)
        {
            scan.Department = departments.Where(department => DepartmentAudit.IdOf(department.Name ?? "") == DepartmentAudit.IdOf(scan.Name))
                .MinBy(department => department.Id.Value);
            if (scan.Department is null)
            {
                var known = string.Join(", ", departments.Select(department => department.Name).OfType<string>());
                problems.Add(new() { Type = ProblemTypes.NoDepartment, Detail = $"No department is called '{scan.Name}'. There are: {known}." });
            }
        }
    }

    private Task ListChatsAsync()
    {
        tools.Begin("listing the chats");
        return Task.WhenAll(scans.Where(scan => scan.Department is not null).Select(ListAsync));

        async Task ListAsync(AuditedDepartment scan)
        {
            var id = scan.Department!.Id;
            scan.Chats = await tools.ListOrTellAsync<ChatListItem>(
                $"The chats of {scan.Name}", problems, ToolNames.ListChats, cursor => new ListChatsInput { DepartmentId = id, IsArchived = false, Cursor = cursor });
        }
    }

    private async Task ListRepsAsync()
    {
        tools.Begin("listing the reps");
        if (scans.All(scan => scan.Chats is not { Count: > 0 }))
        {
            return;
        }

        Reps = await tools.ListOrTellAsync<Rep>("The reps", problems, ToolNames.ListReps, cursor => new ListRepsInput { Cursor = cursor }) ?? [];
    }

    // A chat that names no department is listed for each; it is audited once.
    private List<AuditedChat> Judged()
    {
        var names = Reps.Select(rep => rep.Name).OfType<string>().ToList();
        return
        [
            .. scans
                .SelectMany(scan => (scan.Chats ?? []).Select(chat => new AuditedChat { Scan = scan, Listed = chat, Turn = ChatWaiting.OfHeader(chat, names) }))
                .DistinctBy(finding => finding.Listed.Id),
        ];
    }

    // Only the messages of chats that wait are read, and of those of which nothing but the messages can tell.
    private async Task<IReadOnlyList<AuditedChat>> ReadAsync(List<AuditedChat> findings)
    {
        var toRead = findings.Where(finding => finding.Waits || finding.Turn is null).ToList();
        tools.Begin($"reading {ReportText.Counted(toRead.Count, "chat")}");
        tools.Foresee(toRead.Count);
        tools.Model.Foresee(toRead.Count(finding => finding.Waits));
        var read = await BoundedFanOut.RunAsync(toRead, BoundedFanOut.Width, ReadAsync);
        return [.. findings.Where(finding => finding.Turn is not null && !finding.Waits), .. read];
    }

    private async Task<AuditedChat> ReadAsync(AuditedChat finding)
    {
        var id = finding.Listed.Id;
        var answer = await TolerantCalls.TryAsync(ToolNames.GetChat, () => tools.CallAsync<Chat>(ToolNames.GetChat, id));
        if (answer.Value is not { } chat)
        {
            problems.Add(ReportProblem.Refused($"The messages of chat {id}", answer.Error!));
            return finding;
        }

        var ended = chat.IsArchived || chat.ClosedAt is not null;
        var read = finding with { Chat = chat, Turn = ended ? null : ChatWaiting.Confirmed(chat, finding.Turn) };
        if (!read.Waits)
        {
            return read;
        }

        var issue = await new WritingCalls(tools).ChatIssueAsync(chat);
        problems.AddRange(issue.Problems.Except(problems));
        return read with { Issue = ChatIssue.Of(issue.Text) };
    }
}
