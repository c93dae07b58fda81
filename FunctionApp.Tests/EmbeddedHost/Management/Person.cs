namespace FuseDeskFlows.Tests.EmbeddedHost.Management;

internal sealed record Person(string Name);
