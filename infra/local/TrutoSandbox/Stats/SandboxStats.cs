namespace FuseDeskFlows.TrutoSandbox.Stats;

/// <summary>What the sandbox has seen since its start or its last reset.</summary>
internal sealed record SandboxStats
{
    /// <summary>Requests, those to <c>/__sandbox</c> not counted.</summary>
    public int Total { get; init; }

    /// <summary>
    /// Requests by route template (<c>GET /proxy/cases/{id}</c>), then by status; a dropped connection has the status <c>dropped</c>.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Requests { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, int>>(StringComparer.Ordinal);

    /// <summary>Answers with status 429, FuseDesk's and Truto's.</summary>
    public int RateLimited { get; init; }

    /// <summary>FuseDesk's quota windows, oldest first.</summary>
    public IReadOnlyList<WindowStats> Windows { get; init; } = [];

    /// <summary>Writes that FuseDesk carried out.</summary>
    public int Writes { get; init; }

    /// <summary>Writes carried out with the same method, path and body as an earlier one.</summary>
    public int DuplicateWrites { get; init; }

    /// <summary>Writes answered from the memory of their <c>Idempotency-Key</c>, without being carried out.</summary>
    public int ReplayedWrites { get; init; }

    /// <summary>The most requests that were in work at the same time.</summary>
    public int MaxConcurrency { get; init; }

    /// <summary>How often a route was called, whatever the answer.</summary>
    public int Calls(string route) => Requests.TryGetValue(route, out var statuses) ? statuses.Values.Sum() : 0;

    /// <summary>How often a route was answered with a status.</summary>
    public int Calls(string route, int status) =>
        Requests.TryGetValue(route, out var statuses)
            ? statuses.GetValueOrDefault(status.ToString(System.Globalization.CultureInfo.InvariantCulture))
            : 0;

    /// <summary>Calls to <c>/proxy</c>, whatever the answer.</summary>
    public int ProxyCalls() =>
        Requests.Where(request => request.Key.Contains(" /proxy", StringComparison.Ordinal)).Sum(request => request.Value.Values.Sum());
}
