namespace SemanticsApp.Outcomes;

/// <summary>What is done to a task hub, so that its outcome can be compared with another hub's.</summary>
/// <param name="Name">What is done, as a sentence; unique.</param>
/// <param name="Run">Does it, and notes on the stage what came of it.</param>
public sealed record Scenario(string Name, Func<Stage, Task> Run)
{
    /// <summary>Whether it looks at the whole hub, so that nothing else may run meanwhile.</summary>
    public bool Alone { get; init; }

    /// <summary>The setting of the host that it is for; empty for the plain one.</summary>
    public string Setting { get; init; } = "";

    /// <summary>What the ids of its instances begin with.</summary>
    public string Prefix =>
        string.Concat(Name.Where(c => char.IsAsciiLetterOrDigit(c) || c == ' ').Take(60)).ToLowerInvariant().Replace(' ', '-');
}
