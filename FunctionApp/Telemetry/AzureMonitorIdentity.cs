using Azure.Core;
using Azure.Identity;

namespace FuseDeskFlows.Telemetry;

/// <summary>Reads who the app is to Application Insights from the setting that the Functions host reads too.</summary>
internal static class AzureMonitorIdentity
{
    /// <param name="authentication">
    /// Such as <c>ClientId=...;Authorization=AAD</c>; without a client id it is the app's own identity.
    /// </param>
    /// <returns>The credential; null if the connection string alone has to do.</returns>
    public static TokenCredential? CreateCredential(string authentication)
    {
        var parts = authentication.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        if (!parts["Authorization"].Contains("AAD", StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        return new ManagedIdentityCredential(parts["ClientId"].FirstOrDefault() is { Length: > 0 } clientId
            ? ManagedIdentityId.FromUserAssignedClientId(clientId)
            : ManagedIdentityId.SystemAssigned);
    }
}
