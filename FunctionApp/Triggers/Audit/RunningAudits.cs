using FuseDeskFlows.Entities.Audit;
using Microsoft.DurableTask.Client;

namespace FuseDeskFlows.Triggers.Audit;

/// <summary>
/// Tells which departments are being audited, so that nothing is started in vain. It is a courtesy: whatever happens between the question
/// and the start, the departments themselves let one run in at a time.
/// </summary>
internal static class RunningAudits
{
    /// <summary>Asks.</summary>
    /// <param name="client">The durable client.</param>
    /// <param name="departments">The departments' names.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Of those that are being audited: the name, the run and since when.</returns>
    public static async Task<IReadOnlyList<(string Department, string RunId, DateTimeOffset Since)>> FindAsync(
        DurableTaskClient client, IEnumerable<string> departments, CancellationToken cancellationToken)
    {
        var busy = new List<(string, string, DateTimeOffset)>();
        foreach (var name in departments)
        {
            var entity = await client.Entities.GetEntityAsync<DepartmentAuditState>(DepartmentAudit.IdOf(name), includeState: true, cancellationToken);
            if (entity is { IncludesState: true, State: { HolderRunId: { } holder } state }
                && await client.GetInstanceAsync(holder, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false })
            {
                busy.Add((name, holder, state.HeldSince ?? entity.LastModifiedTime));
            }
        }

        return busy;
    }
}
