using FuseDeskFlows.Entities.Audit;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>
/// Tells which departments are being audited, so that nothing is started in vain. It is a courtesy: whatever happens between the question
/// and the start, the departments themselves let one run in at a time.
/// </summary>
internal static class RunningAudits
{
    /// <summary>Finds those of the departments that are being audited, with the run and since when.</summary>
    public static async Task<IReadOnlyList<(string Department, string RunId, DateTimeOffset Since)>> FindAsync(
        DurableTaskClient client, IEnumerable<string> departments, CancellationToken cancellationToken)
    {
        var busy = new List<(string, string, DateTimeOffset)>();
        foreach (var name in departments)
        {
            var id = DepartmentAudit.IdOf(name);
            var entity = await client.Entities.GetEntityAsync<DepartmentAuditState>(id, includeState: true, cancellationToken);
            if (entity is { IncludesState: true, State: { HolderRunId: { } holder } state }
                && await client.GetInstanceAsync(holder, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false })
            {
                busy.Add((name, holder, state.HeldSince ?? entity.LastModifiedTime));
            }
        }

        return busy;
    }
}
