namespace FuseDeskFlows.Benchmarks;

/// <summary>Two ways of doing one job, measured in the same run.</summary>
/// <param name="Job">The job.</param>
/// <param name="Ours">The way that the product does it.</param>
/// <param name="OursValue">Its figure.</param>
/// <param name="Other">The other way; empty if there is none.</param>
/// <param name="OtherValue">Its figure.</param>
/// <param name="Unit">The figures' unit.</param>
internal sealed record BenchmarkRow(string Job, string Ours, double OursValue, string Other, double OtherValue, string Unit)
{
    /// <summary>What is to be reached, in words; empty if nothing is.</summary>
    public string Goal { get; init; } = "";

    /// <summary>Whether it is reached; null where there is no goal.</summary>
    public bool? Holds { get; init; }

    /// <summary>The other way's figure in terms of ours; null if there is none, or ours is nothing.</summary>
    public double? Ratio => OursValue == 0 || Other.Length == 0 ? null : OtherValue / OursValue;
}
