using System.Text.Json.Serialization;
using FuseDeskFlows.Truto;

namespace FuseDeskFlows.Reports;

/// <summary>Something that could not be read or found.</summary>
public sealed record ReportProblem
{
    /// <summary>What kind of problem; one of <see cref="ProblemTypes"/>, or <c>refused-</c> and the kind of refusal.</summary>
    [JsonPropertyName("type")]
    public required string Type { get; init; }

    /// <summary>What happened, for a person.</summary>
    [JsonPropertyName("detail")]
    public required string Detail { get; init; }

    /// <summary>Tells of a refused call.</summary>
    /// <param name="missing">What could not be read because of it, as the beginning of a sentence.</param>
    /// <param name="error">The refusal.</param>
    /// <returns>The problem.</returns>
    public static ReportProblem Refused(string missing, ToolError error) => new()
    {
        Type = ProblemTypes.Refused(error.Kind),
        Detail = $"{missing} could not be read ({error.Tool}): {error.Message}",
    };
}
