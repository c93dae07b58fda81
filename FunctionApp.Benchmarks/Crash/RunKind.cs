using System.Text.Json;

namespace FuseDeskFlows.Benchmarks.Crash;

/// <summary>A kind of run of the load app, and what comes of it.</summary>
/// <param name="Name">The orchestration.</param>
/// <param name="Stages">Its steps; a stage's steps are side by side, and a stage begins only when the one before is finished.</param>
/// <param name="Input">Its input, by the run's number.</param>
/// <param name="IsRight">Whether an output is the right one.</param>
internal sealed record RunKind(string Name, IReadOnlyList<string[]> Stages, Func<int, object?> Input, Func<JsonElement, bool> IsRight)
{
    /// <summary>How many ledgers and counters there are.</summary>
    public const int Entities = 4;

    /// <summary>The values of the events that a listening run is sent, before the last.</summary>
    public static readonly IReadOnlyList<string> Events = ["one", "two", "three"];

    /// <summary>The value that ends a listening run.</summary>
    public const string LastEvent = "last";

    /// <summary>All kinds; each is as much of the load as any other.</summary>
    public static readonly IReadOnlyList<RunKind> All =
    [
        Steps("Row", "s0 s1 s2 s3 s4 s5", ["s0"], ["s1"], ["s2"], ["s3"], ["s4"], ["s5"]),
        Steps("Fan", "f0 f1 f2 f3 f4 f5 f6 f7 after", ["f0", "f1", "f2", "f3", "f4", "f5", "f6", "f7"], ["after"]),
        Steps("Nap", "s0 soon s1", ["s0"], ["s1"]),
        Steps("Again", "g0 g1 g2 g3 g4", ["g0"], ["g1"], ["g2"], ["g3"], ["g4"]),
        Steps("Flaky", "s0 s1", ["s0"], ["s1"]),
        Steps("Parent", "s0 s1 s0 s1 after", ["after"]),
        new("Listen", [["s0"]], _ => null, output => HeardAll(output.GetString()!)) { HearsEvents = true },
        new("Ask", [], number => $"{number % Entities}", output => output.ValueEquals("1 1 1")),
        new(
            "Guarded",
            [],
            number => new[] { $"c{number % Entities}", $"c{(number + 1) % Entities}" },
            output => output.ValueEquals("kept")),
    ];

    /// <summary>Whether it waits for events from outside.</summary>
    public bool HearsEvents { get; private init; }

    private static RunKind Steps(string name, string output, params string[][] stages) =>
        new(name, stages, _ => null, got => got.ValueEquals(output));

    // How often each came is checked against how often it was sent.
    private static bool HeardAll(string output) =>
        output.EndsWith($"{LastEvent} s0", StringComparison.Ordinal) && Events.All(output.Split(' ').Contains);
}
