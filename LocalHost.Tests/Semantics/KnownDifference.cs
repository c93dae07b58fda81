namespace LocalHost.Tests.Semantics;

/// <summary>A place where a hub in SQLite does otherwise than one on azureStorage, and why it stays so.</summary>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Path">The place in its outcome; names joined by slashes.</param>
/// <param name="OnSqlite">What is there on SQLite, as JSON; null where that is not the same every time.</param>
/// <param name="Reason">Why they differ.</param>
internal sealed record KnownDifference(string Scenario, string Path, string? OnSqlite, string Reason);
