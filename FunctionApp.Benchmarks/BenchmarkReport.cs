namespace FuseDeskFlows.Benchmarks;

/// <summary>What one benchmark measured.</summary>
/// <param name="Title">What was compared, and on what.</param>
/// <param name="Rows">One figure a row.</param>
internal sealed record BenchmarkReport(string Title, IReadOnlyList<BenchmarkRow> Rows)
{
    /// <summary>What else a reader must know.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Whether every row that has a goal reaches it.</summary>
    public bool Holds => Rows.All(row => row.Holds is not false);
}
