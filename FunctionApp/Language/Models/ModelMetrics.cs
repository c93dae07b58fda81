using System.Diagnostics.Metrics;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Language.Models;

/// <summary>Counts what language models cost.</summary>
internal static class ModelMetrics
{
    private static readonly Counter<long> Calls = AppTelemetry.Meter.CreateCounter<long>("model.calls", "{call}", "Requests sent to the language model.");
    private static readonly Counter<long> Tokens = AppTelemetry.Meter.CreateCounter<long>("model.tokens", "{token}", "Tokens that the language model read and wrote.");

    /// <summary>A request has ended.</summary>
    /// <param name="deployment">The model, as the settings name it.</param>
    /// <param name="outcome"><c>success</c>, <c>rate_limited</c> or <c>failed</c>.</param>
    public static void Called(string deployment, string outcome) =>
        Calls.Add(1, AppTelemetry.Tag("deployment", deployment), AppTelemetry.Tag("outcome", outcome));

    /// <summary>A model told what a request cost.</summary>
    /// <param name="deployment">The model, as the settings name it.</param>
    /// <param name="read">The tokens that it read.</param>
    /// <param name="written">The tokens that it wrote.</param>
    public static void Spent(string deployment, long read, long written)
    {
        Tokens.Add(read, AppTelemetry.Tag("deployment", deployment), AppTelemetry.Tag("direction", "input"));
        Tokens.Add(written, AppTelemetry.Tag("deployment", deployment), AppTelemetry.Tag("direction", "output"));
    }
}
