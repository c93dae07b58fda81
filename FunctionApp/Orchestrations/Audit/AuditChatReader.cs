using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.Entities.Audit;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.FuseDesk.Ids;
using FuseDeskFlows.FuseDesk.Waits;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.Lookup;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Reports.Shared;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Reads what an audit judges: departments, their chats, the reps, and the messages of the chats that wait.</summary>
/// <param name="departments">What to read; each takes its own chats.</param>
/// <param name="problems">Takes what could not be read.</param>
internal sealed class AuditChatReader(FlowContext flow, IReadOnlyList<AuditedDepartment> departments, List<ReportProblem> problems)
{
    private readonly DirectoryLookup _directory = new(flow);
    private DirectorySnapshot? _reps;
    private AuditFindings? _complete;

    /// <summary>What was read up to now, for an audit that cannot wait any longer.</summary>
    public AuditFindings SoFar => _complete ?? new(JudgeListed(), _reps);

    /// <exception cref="OutOfQuotaException">A list could not be read, since a quota did not come back in time.</exception>
    public async Task<AuditFindings> ReadAsync()
    {
        if (departments.Count > 0)
        {
            await FindDepartmentsAsync();
            await ListChatsAsync();
            await ListRepsAsync();
        }

        return _complete = new(await new WaitingChatReader(flow, problems).ReadAsync(JudgeListed()), _reps);
    }

    private async Task FindDepartmentsAsync()
    {
        flow.StartStep("finding the departments");
        var directory = await _directory.FindAllAsync();
        Add(directory.DepartmentsProblem);
        if (!directory.HasDepartments)
        {
            return;
        }

        var listed = directory.Departments;
        foreach (var audited in departments)
        {
            audited.Listed = listed.Where(department => DepartmentAudit.IdOf(department.Name ?? "") == DepartmentAudit.IdOf(audited.Name))
                .MinBy(department => department.Id.Value);
            if (audited.Listed is null)
            {
                var known = string.Join(", ", listed.Select(department => department.Name).OfType<string>());
                problems.Add(directory.MayLackDepartments
                    ? ReportProblem.ForIncompleteAnswer(
                        $"No department called '{audited.Name}' is in what could be read; there may be others than {known}.")
                    : new()
                    {
                        Type = ProblemTypes.NoDepartment,
                        Detail = $"No department is called '{audited.Name}'. There are: {known}.",
                    });
            }
        }
    }

    private Task ListChatsAsync()
    {
        flow.StartStep("listing the chats");
        return Task.WhenAll(departments.Where(department => department.Listed is not null).Select(ListAsync));

        async Task ListAsync(AuditedDepartment department)
        {
            var id = department.Listed!.Id;
            department.Chats = await flow.ListOrReportAsync<ChatListItem>(
                $"The chats of {department.Name}",
                problems,
                ToolNames.ListChats,
                cursor => new ListChatsInput { DepartmentId = id, IsArchived = false, Cursor = cursor });
            department.MayLackChats = flow.Gaps.MayLack(ToolNames.ListChats);
        }
    }

    private async Task ListRepsAsync()
    {
        flow.StartStep("listing the reps");
        var chats = departments.SelectMany(department => department.Chats ?? []).ToList();
        if (chats.Count > 0)
        {
            _reps = await _directory.FindAllAsync(chats.Select(chat => chat.RepId).OfType<RepId>());
            Add(_reps.RepsProblem);
        }
    }

    private void Add(ReportProblem? problem) => problems.AddRange(new[] { problem }.OfType<ReportProblem>());

    // A chat that names no department is listed for each; it is audited once.
    private List<AuditedChat> JudgeListed()
    {
        var names = (_reps?.Reps ?? []).Select(rep => rep.Name).OfType<string>().ToList();
        return
        [
            .. departments
                .SelectMany(department => (department.Chats ?? []).Select(chat => new AuditedChat
                {
                    Department = department,
                    Listed = chat,
                    Waiting = ChatWaiting.FromHeader(chat, names),
                }))
                .DistinctBy(chat => chat.Listed.Id),
        ];
    }
}
