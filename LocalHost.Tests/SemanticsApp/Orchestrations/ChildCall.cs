namespace SemanticsApp.Orchestrations;

/// <summary>Which orchestration a parent calls.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Input">What it is given.</param>
/// <param name="InstanceId">Its id; null leaves the choice to the framework.</param>
public sealed record ChildCall(string Name, object? Input = null, string? InstanceId = null);
