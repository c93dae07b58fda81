namespace FuseDeskFlows.Benchmarks.Agent;

/// <summary>What came of all conversations.</summary>
internal sealed record AgentFigures
{
    /// <summary>From the first request to the last answer.</summary>
    public required TimeSpan Makespan { get; init; }

    /// <summary>The windows that the calls need, but for the last one.</summary>
    public required TimeSpan Bound { get; init; }

    /// <summary>How many have an answer.</summary>
    public required int Answers { get; init; }

    /// <summary>How often each phase was under way at a kill.</summary>
    public required IReadOnlyDictionary<AgentPhase, int> Kills { get; init; }

    /// <summary>See <see cref="Ledger.AskedAgain"/>.</summary>
    public required int AskedAgain { get; init; }

    /// <summary>See <see cref="Ledger.CalledAgain"/>.</summary>
    public required int CalledAgain { get; init; }

    /// <summary>See <see cref="Ledger.RepeatedTurns"/>.</summary>
    public required int RepeatedTurns { get; init; }

    /// <summary>See <see cref="Ledger.RepeatedCalls"/>.</summary>
    public required int RepeatedCalls { get; init; }

    /// <summary>Answers 429.</summary>
    public required int Refused { get; init; }

    /// <summary>Notes that are there more than once, counted beyond the first.</summary>
    public int WrittenTwice { get; init; }

    /// <summary>Notes that are not there.</summary>
    public int NotWritten { get; init; }
}
