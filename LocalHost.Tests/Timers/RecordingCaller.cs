using System.Collections.Concurrent;
using System.Text.Json;
using LocalFunctionsHost.Functions;

namespace LocalHost.Tests.Timers;

/// <summary>Stands for the functions: notes when each was run, and with what.</summary>
internal sealed class RecordingCaller(TimeProvider time)
{
    private readonly ConcurrentQueue<(string Line, string Payload)> _runs = new();

    /// <summary>What a run does.</summary>
    public Func<CancellationToken, Task> Run { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<string> Lines => [.. _runs.Select(run => run.Line)];

    public IReadOnlyList<string> Payloads => [.. _runs.Select(run => run.Payload)];

    public Task CallAsync(FunctionEntry function, string payload, CancellationToken cancellationToken)
    {
        var info = JsonSerializer.Deserialize<JsonElement>(payload);
        var status = info.GetProperty("ScheduleStatus");
        var kept = status.ValueKind is JsonValueKind.Null ? "unmonitored" : $"last={Clock(status, "Last")} next={Clock(status, "Next")}";
        _runs.Enqueue(($"{time.GetUtcNow():HH:mm:ss} {(info.GetProperty("IsPastDue").GetBoolean() ? "late" : "due")} {kept}", payload));
        return Run(cancellationToken);
    }

    private static string Clock(JsonElement status, string name) => $"{status.GetProperty(name).GetDateTimeOffset():HH:mm:ss}";
}
