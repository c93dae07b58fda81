namespace FuseDeskFlows.TrutoSandbox.Http;

/// <summary>What a route is.</summary>
internal enum RouteKind
{
    /// <summary>Nothing that Truto has.</summary>
    Unknown,

    /// <summary>The account's tools.</summary>
    Tools,

    /// <summary>The account's capabilities.</summary>
    Capabilities,

    /// <summary>A call to FuseDesk.</summary>
    Proxy,
}
