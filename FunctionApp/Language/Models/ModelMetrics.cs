using System.Diagnostics.Metrics;
using FuseDeskFlows.Telemetry;

namespace FuseDeskFlows.Language.Models;

/// <summary>Counts what language models cost.</summary>
internal static class ModelMetrics
{
    private static readonly Counter<long> Calls =
        AppTelemetry.Meter.CreateCounter<long>("model.calls", "{call}", "Requests sent to the language model.");

    private static readonly Counter<long> Tokens =
        AppTelemetry.Meter.CreateCounter<long>("model.tokens", "{token}", "Tokens that the language model read and wrote.");

    /// <summary>Counts a request that ended in <c>success</c>, <c>rate_limited</c> or <c>failed</c>.</summary>
    public static void CountCall(string deployment, string outcome) =>
        Calls.Add(1, AppTelemetry.Tag("deployment", deployment), AppTelemetry.Tag("outcome", outcome));

    public static void CountTokens(string deployment, long read, long written)
    {
        Tokens.Add(read, AppTelemetry.Tag("deployment", deployment), AppTelemetry.Tag("direction", "input"));
        Tokens.Add(written, AppTelemetry.Tag("deployment", deployment), AppTelemetry.Tag("direction", "output"));
    }
}
