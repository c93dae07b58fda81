namespace LocalHost.Tests.Host;

/// <summary>
/// Tests that start hosts run one after the other: each host is two processes, and their starts are what the machine is short of.
/// </summary>
[CollectionDefinition(Name)]
public sealed class HostProcesses
{
    public const string Name = nameof(HostProcesses);
}
