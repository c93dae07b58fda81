namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>What conversations may be in when their process is killed; several at the same time.</summary>
internal enum AgentPhase
{
    /// <summary>The model is writing.</summary>
    Turn = 0,

    /// <summary>FuseDesk is answering a call.</summary>
    Call,

    /// <summary>A write waits for a person.</summary>
    Approval,

    /// <summary>A write is approved, and the model was not yet told what became of it.</summary>
    Write,

    /// <summary>The window's calls are used up.</summary>
    Quota,
}
