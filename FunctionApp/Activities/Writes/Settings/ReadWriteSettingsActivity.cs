using FuseDeskFlows.Activities.Agent.Settings;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace FuseDeskFlows.Activities.Writes.Settings;

/// <summary>Hands the settings to a write, so that a replay sees those with which it began.</summary>
public sealed class ReadWriteSettingsActivity(IOptions<WriteOptions> options, IOptions<AgentOptions> agents)
{
    /// <summary>The activity's name, as runs' histories have it.</summary>
    public const string Name = "read_write_settings";

    /// <summary>Reads the settings.</summary>
    [Function(Name)]
    public WriteSettings Run([ActivityTrigger] string runId) => new()
    {
        ApprovalDeadline = options.Value.ApprovalDeadline,
        ReadBackDelay = options.Value.ReadBackDelay,
        AllowAgents = agents.Value.AllowWrites,
    };
}
