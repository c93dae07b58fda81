namespace LocalHost.Tests.Crash;

/// <summary>Runs when nothing else does: a machine that other tests keep busy proves less in the same time.</summary>
[CollectionDefinition(nameof(CrashCollection), DisableParallelization = true)]
public sealed class CrashCollection;
