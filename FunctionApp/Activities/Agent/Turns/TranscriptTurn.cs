namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>A turn of the transcript with everything that may be sent of it.</summary>
/// <param name="Asked">What the model was told before it; null for nothing.</param>
/// <param name="Text">What it wrote; null for nothing.</param>
/// <param name="Calls">The calls that it asked for, each with its result.</param>
internal sealed record TranscriptTurn(string? Asked, string? Text, IReadOnlyList<TranscriptCall> Calls);
