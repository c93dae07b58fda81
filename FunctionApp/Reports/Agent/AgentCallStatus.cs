using System.Text.Json.Serialization;

namespace FuseDeskFlows.Reports.Agent;

/// <summary>What became of a tool call that the model asked for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgentCallStatus>))]
public enum AgentCallStatus
{
    /// <summary>It was made, and its result was given to the model.</summary>
    [JsonStringEnumMemberName("done")]
    Done = 0,

    /// <summary>There is no such tool, or it is not offered to this run: nothing was called.</summary>
    [JsonStringEnumMemberName("unknown-tool")]
    UnknownTool,

    /// <summary>The arguments do not fit the tool's schema: nothing was called.</summary>
    [JsonStringEnumMemberName("wrong-arguments")]
    WrongArguments,

    /// <summary>The same call has been made before in this run: the model was told where its result is.</summary>
    [JsonStringEnumMemberName("repeated")]
    Repeated,

    /// <summary>A budget of the run was used up: nothing was called.</summary>
    [JsonStringEnumMemberName("over-budget")]
    OverBudget,

    /// <summary>FuseDesk or Truto refused it, or a quota did not come back in time.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>It failed in a way that nobody expects.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,
}
