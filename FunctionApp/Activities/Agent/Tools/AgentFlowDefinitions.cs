namespace FuseDeskFlows.Activities.Agent.Tools;

/// <summary>The flows that are tools, as a model is told of them; which they are is known where flows are.</summary>
/// <param name="Tools">All of them.</param>
internal sealed record AgentFlowDefinitions(IReadOnlyList<AgentTool> Tools);
