namespace FuseDeskFlows.Activities.Agent.Results;

/// <summary>By which names results are stored and read on, for activities, orchestrations and models alike.</summary>
public static class StoredResultNames
{
    /// <summary>The orchestration as whose input a result is stored, so that whatever purges old runs purges it too.</summary>
    public const string Orchestration = "StoredAgentResult";

    /// <summary>The tool that shows a model another part of a stored result.</summary>
    public const string ReadMoreTool = "read_more";

    /// <summary>The argument by which a model asks a tool for its next page.</summary>
    public const string CursorArgument = "next_cursor";

    /// <summary>Where a call's result is stored.</summary>
    /// <param name="runId">The run that made the call.</param>
    /// <param name="handle">The call's handle in that run.</param>
    /// <returns>An instance's id, which begins with the run's.</returns>
    public static string IdOf(string runId, string handle) => $"{runId}-result-{handle}";
}
