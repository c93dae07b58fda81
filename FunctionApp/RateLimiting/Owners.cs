namespace FuseDeskFlows.RateLimiting;

/// <summary>How metrics and logs call those whose quotas run out.</summary>
internal static class Owners
{
    /// <summary>The name.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>Its name in lower case.</returns>
    public static string Name(RateLimitScope owner) => owner switch
    {
        RateLimitScope.Truto => "truto",
        RateLimitScope.Model => "model",
        _ => "fusedesk",
    };
}
