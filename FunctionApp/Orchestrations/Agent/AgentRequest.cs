using System.Text.Json.Serialization;

namespace FuseDeskFlows.Orchestrations.Agent;

/// <summary>What an agent is asked, and what it may do.</summary>
public sealed record AgentRequest
{
    internal const int DefaultMaxSteps = 20;
    private const int MostSteps = 50;
    private const int MaxPromptLength = 8_000;

    /// <summary>The question or the task, in any language.</summary>
    [JsonPropertyName("prompt")]
    public string? Prompt { get; init; }

    /// <summary>The tools that it may use; null for all that the settings allow.</summary>
    [JsonPropertyName("tools")]
    public IReadOnlyList<string>? Tools { get; init; }

    /// <summary>In how many turns it may call tools, from 1 to 50; 20 unless given. Then it must answer.</summary>
    [JsonPropertyName("maxSteps")]
    public int? MaxSteps { get; init; }

    /// <summary>Whether it may propose writes, each of which a person approves.</summary>
    [JsonPropertyName("allowWrites")]
    public bool AllowWrites { get; init; }

    /// <summary>The run whose transcript it goes on from; null for none.</summary>
    [JsonPropertyName("continueFrom")]
    public string? ContinueFrom { get; init; }

    /// <summary>Compares by value, the tools in their order.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Whether both ask for the same.</returns>
    public bool Equals(AgentRequest? other) =>
        other is not null && string.Equals(Prompt, other.Prompt, StringComparison.Ordinal) && MaxSteps == other.MaxSteps
        && AllowWrites == other.AllowWrites && string.Equals(ContinueFrom, other.ContinueFrom, StringComparison.Ordinal)
        && (Tools ?? []).SequenceEqual(other.Tools ?? [], StringComparer.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Prompt, MaxSteps, AllowWrites, ContinueFrom);

    // The field that is wrong, and how; null if none is.
    internal (string Field, string Fault)? FindFault() => this switch
    {
        { Prompt: var prompt } when string.IsNullOrWhiteSpace(prompt) => ("prompt", "prompt must say what is asked."),
        { Prompt.Length: > MaxPromptLength } => ("prompt", $"prompt must have {MaxPromptLength} characters at most."),
        { MaxSteps: < 1 or > MostSteps } => ("maxSteps", $"maxSteps must be from 1 to {MostSteps}."),
        { Tools: [] } => ("tools", "tools must name at least one tool, or be left out."),
        { ContinueFrom: { } run } when string.IsNullOrWhiteSpace(run) => ("continueFrom", "continueFrom must be the id of a run."),
        _ => null,
    };
}
