namespace FuseDeskFlows.Reports.Agent;

/// <summary>The types of problems that only an agent's run has. Clients rely on them: they do not change.</summary>
public static class AgentProblemTypes
{
    /// <summary>The model wanted more turns than the run may have.</summary>
    public const string MaxSteps = "agent-max-steps";

    /// <summary>The model made the same calls over and over.</summary>
    public const string Loop = "agent-loop";

    /// <summary>The run's tokens, calls or time were used up.</summary>
    public const string Budget = "agent-budget";

    /// <summary>Statements of the answer did not stand up to the check and are not shown.</summary>
    public const string StatementsLeftOut = "agent-statements-left-out";

    /// <summary>A list has further pages that the run did not read.</summary>
    public const string MorePages = "agent-more-pages";

    /// <summary>A tool of the settings is not offered by the account.</summary>
    public const string ToolMissing = "agent-tool-missing";
}
