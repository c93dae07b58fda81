namespace FuseDeskFlows.Benchmarks;

/// <summary>What one benchmark measured.</summary>
/// <param name="Title">What was compared, and on what.</param>
/// <param name="Rows">One figure a row.</param>
internal sealed record BenchmarkReport(string Title, IReadOnlyList<BenchmarkRow> Rows);
