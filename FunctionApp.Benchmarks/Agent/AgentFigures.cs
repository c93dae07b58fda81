namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>What came of all conversations.</summary>
/// <param name="Makespan">From the first request to the last answer.</param>
/// <param name="Answers">How many have an answer.</param>
/// <param name="RepeatedCalls">Calls of FuseDesk beyond those that were needed.</param>
/// <param name="RepeatedTurns">Turns of the model beyond those that were needed.</param>
/// <param name="Refused">Answers 429.</param>
internal sealed record AgentFigures(TimeSpan Makespan, int Answers, int RepeatedCalls, int RepeatedTurns, int Refused);
