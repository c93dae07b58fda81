using FuseDeskFlows.Reports.Audit;

namespace FuseDeskFlows.Orchestrations.Audit;

/// <summary>Sums of an audit.</summary>
internal static class EscalationSums
{
    /// <summary>Sums by assigned rep.</summary>
    /// <param name="chats">The waiting chats, the longest wait first.</param>
    /// <returns>The sums, the rep with the longest wait first.</returns>
    public static IReadOnlyList<RepTotal> ByRep(IEnumerable<EscalationChat> chats) =>
    [
        .. chats.GroupBy(chat => chat.Rep?.Id).Select(group => new RepTotal
        {
            Rep = group.First().Rep,
            Waiting = group.Count(),
            Critical = group.Count(chat => chat.Severity == Severity.Critical),
            LongestMinutes = group.Max(chat => chat.WaitingMinutes),
        }),
    ];

    /// <summary>Sums by department.</summary>
    /// <param name="scans">The departments.</param>
    /// <param name="chats">The waiting chats.</param>
    /// <returns>The sums of the departments whose chats could be read.</returns>
    public static IReadOnlyList<DepartmentTotal> ByDepartment(IEnumerable<AuditedDepartment> scans, IReadOnlyList<EscalationChat> chats) =>
    [
        .. scans.Where(scan => scan.Chats is not null).Select(scan =>
        {
            var own = chats.Where(chat => chat.Department.Id == scan.Department!.Id).ToList();
            return new DepartmentTotal
            {
                Department = EscalationReportBuilder.Department(scan),
                Active = scan.Chats!.Count,
                Waiting = own.Count,
                Critical = own.Count(chat => chat.Severity == Severity.Critical),
            };
        }),
    ];
}
