using System.Text.Json.Serialization;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>A field that a write asks to be changed.</summary>
/// <param name="Field">The field, as <see cref="WriteTarget"/> names it.</param>
/// <param name="Value">The value that is asked for, as <see cref="WriteTarget"/> writes it.</param>
public sealed record RequestedChange(
    [property: JsonPropertyName("field")] string Field, [property: JsonPropertyName("value")] string Value);
