namespace LocalFunctionsHost.Commands;

/// <summary>
/// Serve the Model Context Protocol over stdin and stdout by an app's own route for it: of the app here, or, if an address is given, of one
/// that runs already.
/// </summary>
internal sealed record BridgeCommand(string Route)
{
    /// <summary>The route unless the command line names another.</summary>
    public const string DefaultRoute = "api/mcp";

    /// <summary>The address of an app that runs already; null for the one here.</summary>
    public Uri? Address => Uri.TryCreate(Route, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
