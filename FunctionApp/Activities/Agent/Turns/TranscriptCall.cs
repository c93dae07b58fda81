namespace FuseDeskFlows.Activities.Agent.Turns;

/// <summary>A call of the transcript with what the model was given for it, which may give way to a shorter text.</summary>
/// <param name="Id">By what the call and its result belong together; no two calls have the same.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">The arguments as the model wrote them.</param>
/// <param name="Result">The result in full.</param>
/// <param name="Handle">What stands in for it; null if it is short anyway.</param>
internal sealed record TranscriptCall(string Id, string Tool, string Arguments, string Result, string? Handle);
