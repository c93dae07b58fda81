using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FuseDeskFlows.Telemetry;

/// <summary>
/// The app's one source of spans and its one meter. What they say of customers is nothing: no id, address, text or instance id is a
/// metric's tag.
/// </summary>
internal static class AppTelemetry
{
    /// <summary>The name of both.</summary>
    public const string Name = "FuseDeskFlows";

    /// <summary>Makes spans; only activities and triggers may, since orchestrations are replayed.</summary>
    public static readonly ActivitySource Spans = new(Name);

    public static readonly Meter Meter = new(Name);

    /// <summary>A tag of a measurement; its value is one of few.</summary>
    public static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);
}
