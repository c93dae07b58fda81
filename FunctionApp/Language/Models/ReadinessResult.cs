namespace FuseDeskFlows.Language.Models;

/// <summary>Whether runs may start with the configured model; they may if none is configured, and while it is down.</summary>
/// <param name="Fault">What is wrong with the settings, in words for the person who must act; null if it is ready.</param>
internal readonly record struct ReadinessResult(string? Fault)
{
    /// <summary>Nothing is known that a setting would have to change.</summary>
    public static ReadinessResult Ready => new(Fault: null);
}
