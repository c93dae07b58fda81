namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>A transcript that fits into its budget.</summary>
/// <param name="Turns">The turns that are sent.</param>
/// <param name="LeftOutTurns">How many of the oldest are not.</param>
/// <param name="ReplacedResults">How many results of those that are sent gave way to their handles.</param>
internal sealed record FittedTranscript(IReadOnlyList<TranscriptTurn> Turns, int LeftOutTurns, int ReplacedResults);
