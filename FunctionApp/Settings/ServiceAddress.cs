namespace FuseDeskFlows.Settings;

/// <summary>What a setting that holds a service's address must be: a token or a key is sent there.</summary>
internal static class ServiceAddress
{
    /// <summary>The rule, to follow the setting's name.</summary>
    public const string Rule = "must be an absolute https URL (http only for loopback) without user, query or fragment";

    /// <summary>Tells whether an address keeps the rule.</summary>
    /// <param name="url">The setting's value.</param>
    /// <returns>True if it does.</returns>
    public static bool IsUsable(string url) =>
        url.Length == url.Trim().Length && Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme is "https" || (uri.Scheme is "http" && uri.IsLoopback))
        && uri.UserInfo.Length + uri.Query.Length + uri.Fragment.Length == 0;
}
