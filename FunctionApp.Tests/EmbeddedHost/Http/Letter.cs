namespace FuseDeskFlows.Tests.EmbeddedHost.Http;

internal sealed record Letter(string Text, int Pages);
