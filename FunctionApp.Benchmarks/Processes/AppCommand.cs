using FuseDeskFlows.TrutoSandbox;
using LocalFunctionsHost.Worker;

namespace FuseDeskFlows.Benchmarks.Processes;

/// <summary>How the app is started on the local host, with a sandbox that outlives it.</summary>
internal static class AppCommand
{
    /// <summary>What answers with success once the app serves.</summary>
    public const string ServingPath = "/api/runs?top=1";

    public const string WebhookSecret = "benchmark";

    /// <summary>Prepares a start.</summary>
    /// <param name="state">The state folder.</param>
    /// <param name="sandbox">Where FuseDesk is.</param>
    /// <param name="app">The app's folder; null for the app as it is.</param>
    /// <returns>The command.</returns>
    public static HostCommand Create(string state, SandboxServer sandbox, string? app = null) =>
        new(app ?? RepositoryPaths.FunctionApp, state, FreePort.Next())
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Truto__BaseUrl"] = sandbox.BaseUrl.ToString(),
                ["Truto__ApiToken"] = sandbox.ApiToken,
                ["Truto__IntegratedAccountId"] = sandbox.IntegratedAccountId,
                ["Console__Access"] = "local",
                ["Truto__Webhook__Secret"] = WebhookSecret,
                ["CaseEvents__QuietPeriod"] = "00:00:05",
                ["CaseEvents__LoadPages"] = "0",
                // The timer does not fire within a benchmark.
                ["EscalationAuditSchedule"] = "0 0 0 29 2 *",
            },
        };
}
