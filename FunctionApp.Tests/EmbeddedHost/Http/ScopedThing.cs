namespace FuseDeskFlows.Tests.EmbeddedHost.Http;

internal sealed class ScopedThing;
