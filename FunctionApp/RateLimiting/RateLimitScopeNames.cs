namespace FuseDeskFlows.RateLimiting;

internal static class RateLimitScopeNames
{
    /// <summary>As metrics and logs name it.</summary>
    public static string ToTag(this RateLimitScope scope) => scope switch
    {
        RateLimitScope.Truto => "truto",
        RateLimitScope.Model => "model",
        _ => "fusedesk",
    };

    /// <summary>As a person reads it before the word "quota".</summary>
    public static string ToText(this RateLimitScope scope) => scope switch
    {
        RateLimitScope.Truto => "Truto",
        RateLimitScope.Model => "the language model's",
        _ => "FuseDesk",
    };
}
