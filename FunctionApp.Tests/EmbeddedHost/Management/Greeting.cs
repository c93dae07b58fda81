namespace FuseDeskFlows.Tests.EmbeddedHost.Management;

internal sealed record Greeting(string Text, string Id);
