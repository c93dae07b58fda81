namespace SemanticsApp.Orchestrations;

/// <summary>What came of a child.</summary>
/// <param name="Output">What it returned.</param>
/// <param name="Failure">How it failed.</param>
public sealed record ParentResult(string? Output, Caught? Failure);
