using LocalHost.Tests.Support;

namespace LocalHost.Tests.Oracle.Hosts;

/// <summary>An app that the local host runs.</summary>
/// <param name="Folder">Its binaries.</param>
/// <param name="Probe">A path that it answers when it is there.</param>
internal sealed record HostedApp(string Folder, string Probe)
{
    /// <summary>The app that the recorded questions were put to.</summary>
    public static HostedApp Tiny { get; } = new(Repository.Output("LocalHost.Tests/TinyApp"), "/api/auth/anonymous");

    /// <summary>The app of small orchestrations whose outcomes are compared between storages.</summary>
    public static HostedApp Semantics { get; } = new(Repository.Output("LocalHost.Tests/SemanticsApp"), "/api/scenarios");
}
