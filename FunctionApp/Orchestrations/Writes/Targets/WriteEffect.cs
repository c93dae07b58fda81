namespace FuseDeskFlows.Orchestrations.Writes.Targets;

/// <summary>What a target shows of a write.</summary>
internal enum WriteEffect
{
    /// <summary>Nothing tells.</summary>
    Unclear = 0,

    /// <summary>It is as the write asks for.</summary>
    Done,

    /// <summary>It has changed, to something else than the write asks for.</summary>
    Otherwise,

    /// <summary>It is as it was before.</summary>
    NotDone,
}
