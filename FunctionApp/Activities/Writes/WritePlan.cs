using System.Text.Json.Serialization;
using FuseDeskFlows.FuseDesk.Ids;

namespace FuseDeskFlows.Activities.Writes;

/// <summary>A write as it would be sent, with what it means; or what is wrong with it.</summary>
public sealed record WritePlan
{
    /// <summary>The tool, by the account's name of it.</summary>
    [JsonPropertyName("tool")]
    public required string Tool { get; init; }

    /// <summary>Truto's proxy resource.</summary>
    [JsonPropertyName("resource")]
    public string Resource { get; init; } = "";

    /// <summary>Truto's method name.</summary>
    [JsonPropertyName("method")]
    public string Method { get; init; } = "";

    /// <summary>What it means.</summary>
    [JsonPropertyName("kind")]
    public WriteKind Kind { get; init; }

    /// <summary>The object that it changes; null for a new one.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>Whether the account has a tool that reads such an object, so that it can be compared and read back.</summary>
    [JsonPropertyName("canRead")]
    public bool CanRead { get; init; }

    /// <summary>The exact arguments in the account's spelling, texts signed: JSON in its canonical form.</summary>
    [JsonPropertyName("arguments")]
    public string Arguments { get; init; } = "{}";

    /// <summary>The fields that it asks to be changed.</summary>
    [JsonPropertyName("asked")]
    public IReadOnlyList<RequestedChange> Asked { get; init; } = [];

    /// <summary>What is sent beside that, by the account's names: neither compared nor read back, but a person sees it.</summary>
    [JsonPropertyName("others")]
    public IReadOnlyList<RequestedChange> Others { get; init; } = [];

    /// <summary>The rep whom the case is to be given to.</summary>
    [JsonPropertyName("repId")]
    public RepId? RepId { get; init; }

    /// <summary>The department that the case is to be given to.</summary>
    [JsonPropertyName("departmentId")]
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>What its text can be found by once it is written; null if it writes none, or texts are not signed.</summary>
    [JsonPropertyName("token")]
    public string? Token { get; init; }

    /// <summary>What is wrong; empty if it can be proposed.</summary>
    [JsonPropertyName("faults")]
    public IReadOnlyList<WriteFault> Faults { get; init; } = [];

    /// <summary>For instance <c>case 84877</c>, or <c>a new case</c>.</summary>
    [JsonIgnore]
    public string Target => Id is { } id ? $"{Singular} {id}" : $"a new {Singular}";

    private string Singular => (Resource.EndsWith('s') ? Resource[..^1] : Resource).Replace('_', ' ');

    /// <summary>What one field is asked to become; null if it is not asked to change.</summary>
    internal string? AskedOf(string field) =>
        Asked.FirstOrDefault(asked => string.Equals(asked.Field, field, StringComparison.Ordinal))?.Value;
}
