namespace FuseDeskFlows.Tests.EmbeddedHost.Queues;

internal sealed record Order(string Name, int Amount);
