namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>Names that activities and orchestrations share.</summary>
public static class StoredResultNames
{
    /// <summary>The orchestration as whose input a result is stored, so that whatever purges old runs purges it too.</summary>
    public const string Orchestration = "StoredAgentResult";

    /// <summary>Where a call's result is stored.</summary>
    /// <param name="runId">The run that made the call.</param>
    /// <param name="handle">The call's handle in that run.</param>
    /// <returns>An instance's id, which begins with the run's.</returns>
    public static string IdOf(string runId, string handle) => $"{runId}-result-{handle}";
}
