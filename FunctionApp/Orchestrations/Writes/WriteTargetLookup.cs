using FuseDeskFlows.Activities.Tools;
using FuseDeskFlows.Activities.Writes;
using FuseDeskFlows.FuseDesk;
using FuseDeskFlows.Orchestrations.Calls;
using FuseDeskFlows.Orchestrations.RateLimiting;
using FuseDeskFlows.Orchestrations.Runs;
using FuseDeskFlows.Orchestrations.Writes.Targets;
using FuseDeskFlows.Truto.Tools;

namespace FuseDeskFlows.Orchestrations.Writes;

/// <summary>Reads what a write is about, before and after it.</summary>
internal sealed class WriteTargetLookup(FlowContext flow)
{
    // More cases of one title within the time of a write are nobody's doing.
    private const int MaxCandidates = 5;
    private static readonly TimeSpan ClockDifference = TimeSpan.FromHours(1);

    /// <summary>Reads the target; what goes wrong is told like a refusal.</summary>
    public Task<ToolResult<WriteTarget>> ReadAsync(WritePlan plan, string id) => TolerantCalls.CallOrErrorAsync(
        ReadWriteTargetActivity.Name, async () =>
        {
            var read = await TolerantCalls.CallOrOutOfQuotaAsync(
                () => flow.CallToolAsync<WriteTarget>(ReadWriteTargetActivity.Name, WriteAttempts.InputOf(plan, id)));
            return read.OutOfQuota is { } facts
                ? new() { Error = new() { Kind = ToolErrorKind.Other, Tool = ReadWriteTargetActivity.Name, Message = facts.ToString() } }
                : read;
        });

    /// <summary>Looks for what a lost write did to its target.</summary>
    /// <returns>The target if the write was carried out; else what it shows of it.</returns>
    public async Task<(WriteTarget? Target, WriteEffect Effect)> FindAsync(WritePlan plan, WriteTarget? basis)
    {
        if (!plan.CanRead || basis is null || (await ReadAsync(plan, plan.Id!)).Value is not { } now)
        {
            return (null, WriteEffect.Unclear);
        }

        var effect = WriteVerifier.Judge(plan, basis, now);
        return (effect is WriteEffect.Done or WriteEffect.Otherwise ? now : null, effect);
    }

    /// <summary>Looks for a case that a lost write may have opened: one of its title that has its signed text.</summary>
    /// <param name="began">When the first attempt was made.</param>
    public async Task<(WriteTarget? Target, WriteEffect Effect)> FindCreatedAsync(WritePlan plan, DateTimeOffset began)
    {
        var title = plan.AskedOf(TargetFields.Summary);
        if (plan.Kind != WriteKind.CaseCreate || plan.Token is null || title is null || await ListSinceAsync(began) is not { } cases)
        {
            return (null, WriteEffect.Unclear);
        }

        var candidates = cases.Where(listed => string.Equals(listed.Subject, title, StringComparison.Ordinal)).Take(MaxCandidates).ToList();
        var mayLack = flow.Gaps.MayLack(ToolNames.ListCases);
        foreach (var candidate in candidates)
        {
            if ((await ReadAsync(plan, candidate.Id.ToString())).Value is not { } read)
            {
                mayLack = true;
            }
            else if (read.HasText)
            {
                return (read, WriteEffect.Done);
            }
            else
            {
                mayLack |= read.MayLackTexts;
            }
        }

        return (null, mayLack ? WriteEffect.Unclear : WriteEffect.NotDone);
    }

    private async Task<IReadOnlyList<CaseListItem>?> ListSinceAsync(DateTimeOffset began)
    {
        try
        {
            var listed = await flow.ListAllAsync<CaseListItem>(
                ToolNames.ListCases, cursor => new ListCasesInput { OpenedAfter = began - ClockDifference, Cursor = cursor });
            return listed.Value;
        }
        catch (Exception failure) when (failure is RunFailedException or OutOfQuotaException)
        {
            return null;
        }
    }
}
