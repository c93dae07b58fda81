using System.Globalization;

namespace FuseDeskFlows.Benchmarks.Engine;

/// <summary>Small arithmetic.</summary>
internal static class Numbers
{
    /// <summary>Reads a number.</summary>
    /// <param name="text">As JSON has it.</param>
    /// <returns>The number.</returns>
    public static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The middle of some figures.</summary>
    /// <param name="figures">The figures.</param>
    /// <returns>The upper one of two middles.</returns>
    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
