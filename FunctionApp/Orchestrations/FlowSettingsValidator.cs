using FuseDeskFlows.Orchestrations.Agent;
using FuseDeskFlows.Orchestrations.Audit;
using FuseDeskFlows.Orchestrations.CaseEvents;
using FuseDeskFlows.Orchestrations.Chats;
using FuseDeskFlows.Orchestrations.Digest;
using FuseDeskFlows.Orchestrations.Drafts;
using FuseDeskFlows.Orchestrations.Timeline;
using FuseDeskFlows.Orchestrations.Triage;
using FuseDeskFlows.Orchestrations.Writes;
using FuseDeskFlows.RateLimiting.Settings;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Orchestrations;

/// <summary>Names settings of flows that there are not: a misspelt name would otherwise change nothing, in silence.</summary>
internal sealed class FlowSettingsValidator : IValidateOptions<RateLimitOptions>
{
    /// <summary>The flows by which people set quotas; parts of a run go by the one that was started.</summary>
    public static IReadOnlyList<string> Flows { get; } =
    [
        CaseTriage.Name, ContactTimeline.Name, ChatEscalationAudit.Name, ChatSummary.Name, CaseDigest.Name, DraftReply.Name,
        CaseEventFlow.Name, AgentRun.Name, ToolWrite.Name,
    ];

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, RateLimitOptions options)
    {
        var unknown = options.Flows.Keys.Except(Flows, StringComparer.OrdinalIgnoreCase).ToList();
        return unknown.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(unknown.Select(flow => $"Truto:Flows:{flow} names no flow; there are {string.Join(", ", Flows)}"));
    }
}
