namespace FuseDeskFlows.Triggers.OpenApi;

/// <summary>A value in a route or a query.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type, as JSON schemas call it.</param>
/// <param name="Description">What it means, for a person.</param>
/// <param name="Example">A value.</param>
internal sealed record ApiParameter(string Name, string Type, string Description, string? Example = null)
{
    /// <summary>The greatest value of a number, of which the smallest is <see cref="Minimum"/>; null if there is none.</summary>
    public int? Maximum { get; init; }

    /// <summary>The smallest value of a number that has a greatest.</summary>
    public int Minimum { get; init; } = 1;

    /// <summary>The format of a text, as JSON schemas call it.</summary>
    public string? Format { get; init; }

    /// <summary>The values that there are; null if there are too many.</summary>
    public IReadOnlyList<string>? Values { get; init; }
}
