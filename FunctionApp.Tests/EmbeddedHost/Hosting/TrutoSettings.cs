namespace FuseDeskFlows.Tests.EmbeddedHost.Hosting;

internal sealed class TrutoSettings
{
    public string? BaseUrl { get; set; }

    public string? ApiToken { get; set; }

    public string? IntegratedAccountId { get; set; }
}
