namespace LocalHost.Tests.Semantics;

/// <summary>A scenario, as the app lists it.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Alone">Whether nothing else may run meanwhile.</param>
/// <param name="Setting">The setting of the host that it is for; empty for the plain one.</param>
internal sealed record ListedScenario(string Name, bool Alone, string Setting)
{
    public bool IsFor(string setting) => string.Equals(Setting, setting, StringComparison.Ordinal);
}
