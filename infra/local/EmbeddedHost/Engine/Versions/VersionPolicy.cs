using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;

namespace FuseDeskFlows.EmbeddedHost.Engine.Versions;

/// <summary>The host's version, and what it makes of runs of others; with the names and defaults of host.json.</summary>
internal sealed record VersionPolicy
{
    /// <summary>The version that new runs get unless their starter names one; empty gives none.</summary>
    public string Default { get; init; } = string.Empty;

    /// <summary>Which runs are worked on.</summary>
    public VersionMatch Match { get; init; } = VersionMatch.CurrentOrOlder;

    /// <summary>What becomes of the others.</summary>
    public VersionMismatch Mismatch { get; init; } = VersionMismatch.Reject;

    /// <summary>The version of a new run.</summary>
    /// <param name="asked">What its starter asked for; "unversioned" is an answer, null is none.</param>
    public string Of(TaskVersion? asked) => asked is { } version ? version.Version : Default;

    /// <summary>Whether a run of this version is worked on.</summary>
    public bool Accepts(string version) => Match switch
    {
        VersionMatch.None => true,
        VersionMatch.Strict => string.Equals(version, Default, StringComparison.Ordinal),
        _ => TaskOrchestrationVersioningUtils.CompareVersions(version, Default) <= 0,
    };
}
