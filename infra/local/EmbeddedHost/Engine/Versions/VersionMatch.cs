namespace FuseDeskFlows.EmbeddedHost.Engine.Versions;

/// <summary>Which runs a host works on, by their version.</summary>
internal enum VersionMatch
{
    /// <summary>All.</summary>
    None,

    /// <summary>Those of exactly its own version.</summary>
    Strict,

    /// <summary>Those of its own version, of an older one, and of none.</summary>
    CurrentOrOlder,
}
