namespace FuseDeskFlows.EmbeddedHost.Engine.Versions;

/// <summary>What becomes of a run that the host does not work on because of its version.</summary>
internal enum VersionMismatch
{
    /// <summary>It is left as it is, with all that arrives for it, until a host comes that works on it.</summary>
    Reject,

    /// <summary>It fails.</summary>
    Fail,
}
